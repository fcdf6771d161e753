import { sql } from 'kysely'
import type { Actor } from '../../shared/domain/history.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Database, HubTransaction } from '../database/database.ts'
import type { AuditEntry } from '../store/audit-entry.ts'

/** What of the trail is asked for; undefined: all. */
export interface TrailQuestion {
  readonly group: string | undefined
  /** Who did it, or for whom it was done. */
  readonly person: string | undefined
  readonly from: Instant | undefined
  /** Before this. */
  readonly to: Instant | undefined
}

/** One entry, in the words of who reads it. */
export type TrailRow = ReturnType<typeof rowOf>

const PAGE = 2000

/**
 * The trail as whoever runs the hub may read it (ACC-5): who, what, before and after, claims of readings, devices and imports too.
 * Of a nationally sensitive group there is no line, and no line has its place in the chain: a gap would tell of it (ACC-3).
 * It ends where the trail ended when it was begun, and nothing is held in the database while its reader takes his time.
 */
export async function* readTrail(
  { db }: Pick<Database, 'db'>,
  question: TrailQuestion,
  size = PAGE,
): AsyncGenerator<TrailRow> {
  const { end } = await db.selectFrom('hub_version').select('audit_seq as end').executeTakeFirstOrThrow()
  const snapshot = () => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  let after = 0
  for (;;) {
    const { entries, hidden } = await snapshot().execute(tx => pageOf(tx, question, { after, end, size }))
    for (const { entry } of entries) yield* rowsOf(JSON.parse(entry), question, hidden)
    const last = entries.at(-1)
    if (!last || entries.length < size) return
    after = last.seq
  }
}

interface Place {
  readonly after: number
  readonly end: number
  readonly size: number
}

/** Some entries, and the groups that are nationally sensitive at the moment that these are read. */
async function pageOf(
  tx: HubTransaction,
  { group, person, from, to }: TrailQuestion,
  { after, end, size }: Place,
) {
  const sensitive = await tx.selectFrom('case_group').select('id').where('sensitive', '=', true).execute()
  // The words narrow it down; what an entry is about is seen in it.
  const { rows } = await sql<{ seq: number; entry: string }>`
    SELECT seq, entry FROM audit
    WHERE seq > ${after} AND seq <= ${end} AND at >= ${from ?? '-infinity'}::timestamptz AND at < ${to ?? 'infinity'}::timestamptz
      AND strpos(entry, ${group ?? ''}) > 0 AND strpos(entry, ${person ?? ''}) > 0
    ORDER BY seq LIMIT ${size}`.execute(tx)
  return { entries: rows, hidden: new Set<string>(sensitive.map(({ id }) => id)) }
}

function* rowsOf(entry: AuditEntry, { group, person }: TrailQuestion, hidden: ReadonlySet<string>) {
  const numbers = numbersIn(entry)
  if (numbers.some(id => hidden.has(id)) || [...entry.changes, ...entry.aggregates].some(isSensitive)) return
  if (group !== undefined && !numbers.includes(group)) return
  if (person !== undefined && !isOf(entry, person)) return
  yield rowOf(entry, numbers)
}

/** The case groups that an entry names: in what it changed, in what was asked, and in the name of a recovery. */
function numbersIn({ changes, args, aggregates }: AuditEntry): readonly string[] {
  const asked = (args as { masterCaseNumber?: unknown } | null)?.masterCaseNumber
  const recovered = aggregates.map(({ id }) => id.split('\n')[1])
  const all = [...changes.map(({ group }) => group), asked, ...recovered]
  return [...new Set(all.filter(each => typeof each === 'string'))]
}

// Of a group or of what is asked for it, a recovery for one: as it was then, whatever the marker says by now.
const isSensitive = ({ before, after }: { readonly before: unknown; readonly after: unknown }) =>
  [before, after].some(each => (each as { sensitive?: unknown } | null)?.sensitive === true)

const isOf = ({ actor, onBehalfOf }: AuditEntry, person: string) =>
  onBehalfOf === person || (actor.kind === 'person' && actor.staff === person)

function rowOf(entry: AuditEntry, numbers: readonly string[]) {
  const { acceptedAt, issuedAt, actor, role, onBehalfOf, action, reason, device } = entry
  return {
    acceptedAt,
    issuedAt,
    who: whoOf(actor),
    role,
    onBehalfOf,
    action,
    groups: numbers.join(' '),
    what: whatOf(entry),
    reason,
    device,
  }
}

function whoOf(actor: Actor): string {
  if (actor.kind === 'person') return actor.staff
  return actor.kind === 'rule' ? `rule ${actor.rule}` : actor.system
}

function whatOf({ changes, aggregates, details }: AuditEntry): string {
  return [
    ...changes.flatMap(({ before, after }) => differences(before, after)),
    ...aggregates.flatMap(({ kind, before, after }) =>
      differences(before, after).map(each => `${kind} ${each}`),
    ),
    ...Object.entries(details ?? {}).map(([name, value]) => `${name}: ${value}`),
  ].join('; ')
}

/** Each fact that is another one now, before and after. */
function differences(before: unknown, after: unknown): readonly string[] {
  const [was, is] = [factsOf(before), factsOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter(name => was.get(name) !== is.get(name))
    .map(name => `${name}: ${was.get(name) ?? 'nothing'} → ${is.get(name) ?? 'nothing'}`)
}

const factsOf = (document: unknown) =>
  new Map(Object.entries(document ?? {}).map(([name, value]) => [name, JSON.stringify(value)]))
