import type { FastifyInstance } from 'fastify'
import { verifyAudit } from '../../hub/audit/verify-audit.ts'
import type { Database } from '../../hub/database/database.ts'
import type { AuditEntry } from '../../hub/store/audit-entry.ts'
import { aClient } from '../hub/support/a-client.ts'
import { insiders, inTheNorth, nationallySensitive } from './planted.ts'

export interface Afterwards {
  /** Commands that the hub took: it was no fuzz of refusals alone. */
  readonly accepted: number
  readonly faults: readonly string[]
}

/** What must hold when all was sent: nobody's group was changed, the trail is whole, and the words are where they belong. */
export async function judgeAfterwards(app: FastifyInstance, { db }: Database): Promise<Afterwards> {
  const verdict = await db.transaction().execute(tx => verifyAudit(tx, []))
  const rows = await db.selectFrom('audit').select('entry').execute()
  const entries = rows.map(({ entry }) => JSON.parse(entry) as AuditEntry)
  const faults = [
    ...(verdict.kind === 'broken' ? [verdict.reason] : []),
    ...entries.flatMap(trespass),
    ...(await unseen(app)),
  ]
  return { accepted: entries.length, faults }
}

const untouchable = new Set([...inTheNorth.groups, ...nationallySensitive.groups].map(({ id }) => id))

function trespass({ actor, action, changes }: AuditEntry): readonly string[] {
  return changes
    .filter(({ group }) => untouchable.has(group))
    .map(({ group }) => `${action} was done on ${group} by ${JSON.stringify(actor)}`)
}

async function unseen(app: FastifyInstance): Promise<readonly string[]> {
  const faults: string[] = []
  for (const [person, words] of Object.entries(insiders)) {
    const client = await aClient(app, person)
    await client.pull()
    const held = JSON.stringify(client.ids().map(client.document))
    const missing = words.filter(word => !held.includes(word))
    if (missing.length > 0)
      faults.push(`${person} was not sent ${missing.join(', ')}: nothing was looked for`)
  }
  return faults
}
