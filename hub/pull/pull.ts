import { sql } from 'kysely'
import type { ClientId, StaffNumber } from '../../shared/domain/ids.ts'
import { londonDate } from '../../shared/domain/time.ts'
import { grantsOf, isSensitiveBucket } from '../../shared/sync/buckets.ts'
import { PROTOCOL, SCHEMA } from '../../shared/sync/protocol-version.ts'
import type { PullRequest } from '../../shared/sync/pull.ts'
import { ask, question } from '../database/ask.ts'
import type { HubTransaction } from '../database/database.ts'
import { Refusal } from '../http/refusal.ts'
import type { Hub } from '../hub.ts'
import { organisationOf, organisationStamps } from '../store/load-organisation.ts'
import { partPage } from './part.ts'
import { versionNow } from './snapshot.ts'

/** A page of a pull, as JSON text. */
export interface PullPage {
  readonly text: string
  /** Whether it has a part that is nationally sensitive (ACC-3). */
  readonly isSensitive: boolean
}

/** What a client has not got yet, a page of it: all of it read in one snapshot. */
export async function pull(hub: Hub, person: StaffNumber, request: PullRequest): Promise<PullPage> {
  if (request.schema !== SCHEMA) throw new Refusal('other-protocol')
  const snapshot = hub.database.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
  return snapshot.execute(async tx => {
    const [, stamps, client, held] = await ask(tx, [
      inOrder,
      organisationStamps,
      clientOf(request.clientId),
      versionNow,
    ])
    const index = await organisationOf(tx, stamps)
    const grants = index ? grantsOf(person, index, londonDate(hub.clock())) : []
    if (grants.length === 0) throw new Refusal('not-signed-in')
    if (client && client.person !== person) throw new Refusal('foreign-client')
    const view = { tx, person, random: hub.random, ...held }
    const open = grants.filter(bucket => !isSensitiveBucket(bucket))
    const nominated = grants.filter(isSensitiveBucket)
    const caseload = await partPage(view, 'caseload', request.caseload, open)
    const sensitive =
      nominated.length > 0 ? await partPage(view, 'sensitive', request.sensitive, nominated) : null
    const outcome = await outcomes(
      tx,
      request,
      client?.lastSeq ?? 0,
      caseload.more || sensitive?.more === true,
    )
    const text = `{"protocol":${PROTOCOL},${outcome},"caseload":${caseload.text},"sensitive":${sensitive?.text ?? null}}`
    return { text, isSensitive: sensitive !== null }
  })
}

// A page reads an index in its order and stops. A plan that gathers and sorts instead, which PostgreSQL prefers
// where buckets differ much in size, reads all the rest of the caseload for every page.
const inOrder = question(sql`SET LOCAL enable_bitmapscan = off`, () => null)

const clientOf = (id: ClientId) =>
  question(
    sql<{ person: StaffNumber; lastSeq: number }>`
      SELECT staff_number AS person, last_seq AS "lastSeq" FROM client WHERE client_id = ${id}`,
    ([row]) => row,
  )

// Results are told with the page that completes what they led to: with an earlier one a desk would take its own
// change off the screen before the hub's has come.
async function outcomes(
  tx: HubTransaction,
  { clientId, resultsAfter }: PullRequest,
  lastSeq: number,
  more: boolean,
): Promise<string> {
  if (more) return `"lastSeq":${Math.min(lastSeq, resultsAfter)},"results":[]`
  const { rows } = await sql<{ seq: number; result: string }>`
    SELECT seq, result FROM command_result WHERE client_id = ${clientId} AND seq > ${resultsAfter} ORDER BY seq
  `.execute(tx)
  const results = rows.map(({ seq, result }) => `{"seq":${seq},"result":${result}}`)
  return `"lastSeq":${lastSeq},"results":[${results.join(',')}]`
}
