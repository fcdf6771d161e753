import { type Kysely, sql } from 'kysely'
import type { Aggregate } from '../../shared/domain/aggregate.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import {
  indexOrganisation,
  indexWith,
  type OrganisationIndex,
} from '../../shared/domain/organisation-index.ts'
import { ask, known, type Question, question } from '../database/ask.ts'
import type { HubSchema } from '../database/schema.ts'

/**
 * `shared`: nobody changes it before this transaction ends. `writing`: a push that changes it, rotas included.
 * `alone`: an import; nobody else even reads it so, and it waits as long as it takes.
 */
export type OrganisationHold = 'none' | 'shared' | 'writing' | 'alone'

// Taken before any row, shared by every push and alone by an import: an import never meets a push half-way.
// An advisory lock, because row locks let readers overtake a waiting writer for ever.
const ORGANISATION = 7_206_112
// Whoever waits longer, for this or a later lock, is told to come again: an import may take minutes.
const PATIENCE = '8s'

/** The organisation, its rotas and the calendar as the transaction sees them; undefined before the first import. */
export async function loadOrganisation(
  tx: Kysely<HubSchema>,
  hold: OrganisationHold,
): Promise<OrganisationIndex | undefined> {
  const [, found] = await ask(tx, [holdOrganisation(hold), organisationStamps])
  return organisationOf(tx, found)
}

/** As of these stamps, or newer; undefined where there are none. */
export async function organisationOf(
  tx: Kysely<HubSchema>,
  found: string | undefined,
): Promise<OrganisationIndex | undefined> {
  return found === undefined ? undefined : (indexes.get(found) ?? (await read(tx)))
}

export function holdOrganisation(hold: OrganisationHold): Question<unknown> {
  if (hold === 'none') return known(null)
  const lock = hold === 'shared' ? sql`pg_advisory_xact_lock_shared` : sql`pg_advisory_xact_lock`
  const patience = hold === 'alone' ? sql`NULL` : sql`set_config('lock_timeout', ${PATIENCE}, true)`
  return question(sql`SELECT ${patience}, ${lock}(${ORGANISATION})`, () => null)
}

const own = sql`to_hex(o.stamp)`
const stamps = sql`${own} || (
  SELECT '/' || count(*) || '/' || to_hex(coalesce(bit_xor(stamp), 0)) FROM aggregate WHERE kind IN ('calendar', 'rota'))`

/** What its content is known by; undefined before the first import. */
export const organisationStamps: Question<string | undefined> = question(
  sql<{ stamps: string }>`SELECT ${stamps} AS stamps FROM organisation o`,
  ([row]) => row?.stamps,
)

interface Row {
  readonly stamp: string
  readonly stamps: string
  readonly document: string
  readonly parts: readonly string[]
}

// Another hub may have changed it since its stamps were read: the texts bring their own.
async function read(tx: Kysely<HubSchema>): Promise<OrganisationIndex> {
  const { rows } = await sql<Row>`
    SELECT ${own} AS stamp, ${stamps} AS stamps, document,
      ARRAY(SELECT document FROM aggregate WHERE kind IN ('calendar', 'rota')) AS parts
    FROM organisation o`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('The organisation went while it was read.')
  const organisation = organisations.get(row.stamp) ?? (JSON.parse(row.document) as Organisation)
  remember(organisations, row.stamp, organisation)
  const parts = row.parts.map(part => JSON.parse(part) as Aggregate)
  const index = indexWith(indexOrganisation(organisation), parts)
  remember(indexes, row.stamps, index)
  return index
}

// Parsed once for each content: every push and every pull asks.
const organisations = new Map<string, Organisation>()
const indexes = new Map<string, OrganisationIndex>()
const KNOWN = 4

function remember<Value>(known: Map<string, Value>, stamp: string, value: Value): void {
  known.set(stamp, value)
  const [oldest] = known.keys()
  if (known.size > KNOWN && oldest !== undefined) known.delete(oldest)
}

/** Before the first extract: what is sent to everybody, whoever there will be, is written under this. */
export const nobody: OrganisationIndex = indexOrganisation({
  kind: 'organisation',
  id: 'organisation',
  takenAt: '',
  source: '',
  bom: { effectiveFrom: '', regions: [], segments: [] },
  teams: [],
  staff: [],
})
