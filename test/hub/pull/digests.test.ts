import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Envelope } from '../../../shared/commands/envelope.ts'
import { seenForReturn } from '../../../shared/commands/return-to-segment.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { SegmentName, StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { aCaseGroup, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { anEnvelope } from '../../make/a-command.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aClient, type TestClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'

const NUMBERS = ['10000001', '10000002', '10000003', '10000004']
const PEOPLE = ['N1-1', 'N1-lead', 'N1-mgr', 'N2-lead', 'E1-mgr', 'SCR-lead']
const HOLDERS = ['N1-1', 'N1-2', 'N2-1', 'E1-1', 'DNA-1']

let hub: TestHub

beforeEach(async () => {
  hub = await aHub(NUMBERS.map(id => aCaseGroup({ id: number(id) })))
})

afterEach(() => hub.close())

type Step =
  | { readonly kind: 'pull'; readonly person: number }
  | { readonly kind: 'allocate'; readonly person: number; readonly group: string; readonly holder: string }
  | { readonly kind: 'return'; readonly person: number; readonly group: string }
  | { readonly kind: 'source'; readonly group: string; readonly facts: Partial<CaseGroup> }

const group = fc.constantFrom(...NUMBERS)
const person = fc.nat(PEOPLE.length - 1)
const holder = fc.constantFrom(...HOLDERS)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('pull' as const), person }),
  fc.record({ kind: fc.constant('allocate' as const), person, group, holder }),
  fc.record({ kind: fc.constant('return' as const), person, group }),
  fc.record({ kind: fc.constant('source' as const), group, facts: someFacts() }),
)

function someFacts(): fc.Arbitrary<Partial<CaseGroup>> {
  return fc.record(
    {
      holder: fc.option(holder.map(found => found as StaffNumber)),
      team: fc.option(fc.constantFrom('N1', 'N2', 'E1').map(id => id as TeamId)),
      segment: fc.constantFrom('FS_GB_MAINT_NO_MSR', 'FS_GB_ENFMT_NO_ELC').map(name => name as SegmentName),
      sensitive: fc.boolean(),
      compliant: fc.boolean(),
      lock: fc.constantFrom(null, aLock()),
      status: fc.constantFrom('Active' as const, 'Closed' as const),
      serviceRequests: fc.array(
        holder.map(found => aRequest('1-1', { holder: found as StaffNumber, kind: 'functionally-unique' })),
        { maxLength: 1 },
      ),
    },
    { requiredKeys: [] },
  )
}

describe('digests', () => {
  it('equal what every client holds and a recount of the hub’s rows, after any walk of commands and imports', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async steps => {
        const clients = await Promise.all(PEOPLE.map(number => aClient(hub.app, number)))
        for (const one of steps) await take(one, clients)
        // Each client compares what it holds with the digests of the last page.
        for (const client of clients) await client.pull()
        expect(await differences()).toEqual([])
      }),
      { numRuns: 15 },
    )
  })
})

async function take(one: Step, clients: readonly TestClient[]): Promise<void> {
  if (one.kind === 'source') {
    const before = await stored(one.group)
    await hub.write([{ ...before, ...one.facts }])
    return
  }
  const client = clients[one.person]
  if (!client) throw new Error('Nobody.')
  if (one.kind === 'pull') await client.pull()
  else await client.push(await envelopeOf(one))
}

async function envelopeOf(one: Extract<Step, { kind: 'allocate' | 'return' }>): Promise<Envelope> {
  const now = await stored(one.group)
  const masterCaseNumber = one.group
  if (one.kind === 'return') {
    const saw = seenForReturn(now, indexOrganisation(anOrganisation()))
    return anEnvelope('return-to-segment', { masterCaseNumber, clearLock: true }, saw)
  }
  const team = one.holder.split('-')[0]
  return anEnvelope(
    'allocate-case-group',
    { masterCaseNumber, team, holder: one.holder },
    { team: now.team, holder: now.holder },
  )
}

async function stored(id: string): Promise<CaseGroup> {
  const { db } = hub.database
  const row = await db
    .selectFrom('case_group')
    .select('document')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return JSON.parse(row.document)
}

/** Buckets whose count, digest or members are not what their groups' rows say. */
async function differences() {
  const { rows } = await sql`
    WITH rows AS (
      SELECT unnest(buckets) AS bucket, id, stamp FROM case_group
      UNION ALL SELECT unnest(buckets), id, stamp FROM aggregate
      UNION ALL SELECT 'reference', id, stamp FROM organisation
    ), recount AS (SELECT bucket, count(*) AS count, bit_xor(stamp) AS digest FROM rows GROUP BY bucket)
    SELECT b.bucket FROM bucket b FULL JOIN recount r ON r.bucket = b.bucket
    WHERE b.bucket IS NULL OR b.count <> coalesce(r.count, 0) OR b.digest <> coalesce(r.digest, 0)
    UNION ALL SELECT m.bucket FROM (SELECT bucket, id FROM bucket_member WHERE present) m
      FULL JOIN rows r ON r.bucket = m.bucket AND r.id = m.id WHERE m.id IS NULL OR r.id IS NULL
  `.execute(hub.database.db)
  return rows
}
