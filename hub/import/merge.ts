import type { ExtractFile, FileName } from './extract-files.ts'
import type { Queries } from './session.ts'
import { stageOf } from './staging.ts'

/** Where the facts of a file stay. */
export const sourceOf = (name: FileName) => `source_${name}`

/** The case groups whose documents may change with this import. */
export async function createTouched(queries: Queries): Promise<void> {
  await queries.query(`CREATE TEMP TABLE touched (id text COLLATE "C")`)
}

export async function touchAll(queries: Queries): Promise<void> {
  await queries.query('INSERT INTO touched SELECT master_case_number FROM source_case_groups')
}

/** Takes over the accepted rows of a file into a table that is empty; says how many. */
export async function fill(queries: Queries, file: ExtractFile, takenAt: string): Promise<number> {
  const { names } = columnsOf(file)
  const { into, values } = firstSeen(file, takenAt)
  const { rowCount } = await queries.query(`
    INSERT INTO ${sourceOf(file.name)} (${names.join(', ')}${into})
    SELECT ${names.join(', ')}${values} FROM ${stageOf(file.name)} WHERE NOT rejected`)
  return rowCount ?? 0
}

/** Takes over the accepted rows of a file that are new or changed; says how many (IMP-6). */
export async function merge(queries: Queries, file: ExtractFile, takenAt: string): Promise<number> {
  const { rows: changed } = await queries.query<{ count: string }>(updateStatement(file, takenAt))
  const { rows: added } = await queries.query<{ count: string }>(insertStatement(file, takenAt))
  return Number(changed[0]?.count) + Number(added[0]?.count)
}

// Nobody else writes these tables during an import, so that what is not there now is not there a moment later.
function insertStatement(file: ExtractFile, takenAt: string): string {
  const { keys, names } = columnsOf(file)
  const { into, values } = firstMerged(file, takenAt)
  return `
    WITH merged AS (
      INSERT INTO ${sourceOf(file.name)} (${names.join(', ')}${into})
      SELECT ${names.join(', ')}${values} FROM ${stageOf(file.name)} s
      WHERE NOT s.rejected AND NOT EXISTS (SELECT FROM ${sourceOf(file.name)} o WHERE ${equal('o', keys)})
      RETURNING ${linksOf(file)}, NULL::text AS group_before
    )${touching(file)} SELECT count(*) FROM merged`
}

const firstSeen = ({ name }: ExtractFile, takenAt: string) =>
  name === 'case_groups' ? { into: ', first_seen_at', values: `, '${takenAt}'` } : { into: '', values: '' }

// An activity that comes as done was done there; one that comes as open is only its plan, which may be done here (IMP-6).
const firstMerged = (file: ExtractFile, takenAt: string) =>
  file.name === 'activities'
    ? { into: ', status_changed_at', values: `, CASE WHEN s.status = 'Done' THEN '${takenAt}' END` }
    : firstSeen(file, takenAt)

function updateStatement(file: ExtractFile, takenAt: string): string {
  const { keys, names, facts } = columnsOf(file)
  const sets = [...facts.map(name => `${name} = s.${name}`), ...changesOf(file.name, takenAt)]
  return `
    WITH changed AS (
      SELECT ${list('s', names)}, ${hasGroup(file) ? 'o.master_case_number' : 'NULL'} AS group_before
      FROM ${stageOf(file.name)} s JOIN ${sourceOf(file.name)} o ON ${equal('o', keys)}
      WHERE NOT s.rejected AND (${list('o', facts)}) IS DISTINCT FROM (${list('s', facts)})
    ), merged AS (
      UPDATE ${sourceOf(file.name)} t SET ${sets.join(', ')} FROM changed s WHERE ${equal('t', keys)}
      RETURNING ${list('s', [linksOf(file), 'group_before'])}
    )${touching(file)} SELECT count(*) FROM merged`
}

function columnsOf(file: ExtractFile) {
  const names = file.columns.map(({ name }) => name)
  return { names, keys: names.slice(0, file.keyLength), facts: names.slice(file.keyLength) }
}

const list = (table: string, names: readonly string[]) => names.map(name => `${table}.${name}`).join(', ')
const equal = (table: string, keys: readonly string[]) =>
  keys.map(key => `${table}.${key} = s.${key}`).join(' AND ')

const hasGroup = (file: ExtractFile) => file.columns.some(({ name }) => name === 'master_case_number')

/** The column by which a row is found to belong to case groups. */
function linksOf(file: ExtractFile): string {
  return hasGroup(file) ? 'master_case_number' : (file.columns[0]?.name ?? '')
}

function touching(file: ExtractFile): string {
  const groups = groupsOf(file)
  return groups ? `, touching AS (INSERT INTO touched ${groups})` : ''
}

// A row that went from one group to another touches both.
function groupsOf(file: ExtractFile): string | undefined {
  if (hasGroup(file)) {
    return `SELECT master_case_number FROM merged
      UNION SELECT group_before FROM merged WHERE group_before IS NOT NULL`
  }
  if (file.name === 'people') {
    return `SELECT g.master_case_number FROM merged m JOIN source_case_groups g ON g.paying_parent_scin = m.scin
      UNION SELECT c.master_case_number FROM merged m JOIN source_cases c ON c.receiving_parent_scin = m.scin`
  }
  if (file.name === 'activities')
    return 'SELECT DISTINCT r.master_case_number FROM merged m JOIN source_service_requests r USING (sr_number)'
  return undefined
}

// When the source last changed what is decided here: drift is measured by it (IMP-6, IMP-9).
function changesOf(name: FileName, takenAt: string): readonly string[] {
  const changedAt = (column: string, at: string) =>
    `${at} = CASE WHEN t.${column} IS DISTINCT FROM s.${column} THEN '${takenAt}' ELSE t.${at} END`
  const before = (column: string, kept = `${column}_before`) =>
    `${kept} = CASE WHEN t.${column} <> s.${column} THEN t.${column} ELSE t.${kept} END`
  const statusChanged = changedAt('status', 'status_changed_at')
  if (name === 'service_requests')
    return [before('status'), changedAt('assigned_to', 'holder_changed_at'), statusChanged]
  if (name === 'activities' || name === 'post') return [statusChanged]
  if (name !== 'case_groups') return []
  return [
    before('segment_name', 'segment_before'),
    changedAt('segment_name', 'segment_changed_at'),
    changedAt('assigned_to', 'holder_changed_at'),
    changedAt('lock_on', 'lock_changed_at'),
  ]
}
