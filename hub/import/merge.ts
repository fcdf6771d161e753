import type pg from 'pg'
import type { ExtractFile, FileName } from './extract-files.ts'
import { stageOf } from './staging.ts'

/** Where the facts of a file stay. */
const sourceOf = (name: FileName) => `source_${name}`

/** The case groups whose documents may change with this import. */
export async function createTouched(client: pg.Client): Promise<void> {
  await client.query(`CREATE TEMP TABLE touched (id text COLLATE "C")`)
}

/** Takes over the accepted rows of a file that are new or changed; says how many (IMP-6). */
export async function merge(client: pg.Client, file: ExtractFile, takenAt: string): Promise<number> {
  const { rowCount } = await client.query(mergeStatement(file, takenAt))
  return rowCount ?? 0
}

function mergeStatement(file: ExtractFile, takenAt: string): string {
  const names = file.columns.map(({ name }) => name)
  const keys = names.slice(0, file.keyLength)
  const facts = names.slice(file.keyLength)
  const extra = extras[file.name]
  const sets = facts.map(name => `${name} = excluded.${name}`)
  return `
    WITH changed AS (
      SELECT ${names.map(name => `s.${name}`).join(', ')}, ${old(file)} AS group_before
      FROM ${stageOf(file.name)} s
      LEFT JOIN ${sourceOf(file.name)} o ON ${keys.map(name => `o.${name} = s.${name}`).join(' AND ')}
      WHERE NOT s.rejected AND (o.${keys[0]} IS NULL OR (${list('o', facts)}) IS DISTINCT FROM (${list('s', facts)}))
    )${touching(file)}
    INSERT INTO ${sourceOf(file.name)} AS t (${names.join(', ')}${extra ? `, ${extra.column}` : ''})
    SELECT ${names.join(', ')}${extra ? `, ${extra.first(takenAt)}` : ''} FROM changed
    ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${[...sets, ...(extra?.changes(takenAt) ?? [])].join(', ')}`
}

const list = (table: string, names: readonly string[]) => names.map(name => `${table}.${name}`).join(', ')

const hasGroup = (file: ExtractFile) => file.columns.some(({ name }) => name === 'master_case_number')

const old = (file: ExtractFile) => (hasGroup(file) ? 'o.master_case_number' : 'NULL::text')

// A row that went from one group to another touches both.
function touching(file: ExtractFile): string {
  const groups = groupsOf(file)
  return groups ? `, touching AS (INSERT INTO touched ${groups})` : ''
}

function groupsOf(file: ExtractFile): string | undefined {
  if (file.name === 'people') return groupsOfPeople
  if (file.name === 'activities') return groupsOfActivities
  if (!hasGroup(file)) return undefined
  return `SELECT master_case_number FROM changed
    UNION SELECT group_before FROM changed WHERE group_before IS NOT NULL`
}

const groupsOfPeople = `
  SELECT g.master_case_number FROM changed c JOIN source_case_groups g ON g.paying_parent_scin = c.scin
  UNION SELECT k.master_case_number FROM changed c JOIN source_cases k ON k.receiving_parent_scin = c.scin`

const groupsOfActivities = `
  SELECT DISTINCT r.master_case_number FROM changed c JOIN source_service_requests r USING (sr_number)`

interface Extra {
  readonly column: string
  /** For a row that is new. */
  first(takenAt: string): string
  /** For a row that was there. */
  changes(takenAt: string): readonly string[]
}

// When the source last changed what is decided here: drift is measured by it (IMP-6, IMP-9).
const extras: Partial<Record<FileName, Extra>> = {
  case_groups: {
    column: 'first_seen_at',
    first: takenAt => `'${takenAt}'`,
    changes: takenAt => [
      `segment_before = ${whenChanged('segment_name', 't.segment_name', 't.segment_before')}`,
      `segment_changed_at = ${whenChanged('segment_name', `'${takenAt}'`, 't.segment_changed_at')}`,
      `holder_changed_at = ${whenChanged('assigned_to', `'${takenAt}'`, 't.holder_changed_at')}`,
      `lock_changed_at = ${whenChanged('lock_on', `'${takenAt}'`, 't.lock_changed_at')}`,
    ],
  },
  service_requests: {
    column: 'holder_changed_at',
    first: () => 'NULL',
    changes: takenAt => [
      `holder_changed_at = ${whenChanged('assigned_to', `'${takenAt}'`, 't.holder_changed_at')}`,
    ],
  },
}

const whenChanged = (column: string, then: string, otherwise: string) =>
  `CASE WHEN t.${column} IS DISTINCT FROM excluded.${column} THEN ${then} ELSE ${otherwise} END`
