import { type Kysely, sql } from 'kysely'
import type { Organisation } from '../../shared/domain/organisation.ts'
import { indexOrganisation, type OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { HubSchema } from '../database/schema.ts'

/** `shared`: nobody changes it before this transaction ends. `alone`: nobody else even reads it so. */
export type OrganisationHold = 'none' | 'shared' | 'alone'

// Taken before any row, shared by every push and alone by an import: an import never meets a push half-way.
// An advisory lock, because row locks let readers overtake a waiting writer for ever.
const ORGANISATION = 7_206_112

// Whoever waits longer, for this or a later lock, is told to come again: an import may take minutes.
const PATIENCE = '8s'

const known = new Map<string, OrganisationIndex>()
const KNOWN = 4

/** The organisation as the transaction sees it; undefined before the first import. Parsed once for each content. */
export async function loadOrganisation(
  tx: Kysely<HubSchema>,
  hold: OrganisationHold,
): Promise<OrganisationIndex | undefined> {
  if (hold === 'shared') {
    const patience = sql`set_config('lock_timeout', ${PATIENCE}, true)`
    await sql`SELECT ${patience}, pg_advisory_xact_lock_shared(${ORGANISATION})`.execute(tx)
  }
  if (hold === 'alone') await sql`SELECT pg_advisory_xact_lock(${ORGANISATION})`.execute(tx)
  const { rows } = await sql<{ stamp: string }>`SELECT to_hex(stamp) AS stamp FROM organisation`.execute(tx)
  const [row] = rows
  return row && (known.get(row.stamp) ?? (await parse(tx)))
}

// Another hub may have changed it since the stamp was read: the text brings its own.
async function parse(tx: Kysely<HubSchema>): Promise<OrganisationIndex> {
  const { rows } = await sql<{ stamp: string; document: string }>`
    SELECT to_hex(stamp) AS stamp, document FROM organisation`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('The organisation went while it was read.')
  const index = indexOrganisation(JSON.parse(row.document) as Organisation)
  known.set(row.stamp, index)
  const [oldest] = known.keys()
  if (known.size > KNOWN && oldest !== undefined) known.delete(oldest)
  return index
}
