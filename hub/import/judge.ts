import { type ExtractFile, extractFiles, type FileName } from './extract-files.ts'
import type { Queries } from './session.ts'
import { stageOf } from './staging.ts'

/** The faults of all rows, as they are found. */
export async function createFaults(queries: Queries): Promise<void> {
  await queries.query(`
    CREATE TEMP TABLE fault (
      file text COLLATE "C", line bigint, key text COLLATE "C", "column" text COLLATE "C", kind text COLLATE "C",
      value text, reason text, mandatory boolean
    )`)
}

/**
 * Judges the staged rows of a file by what they refer to and by each other. The files that it refers to have
 * been judged before, so that a reference to a rejected row is known for one (IMP-2, IMP-3, IMP-5).
 */
export async function judge(queries: Queries, file: ExtractFile): Promise<void> {
  await queries.query(ownFaults(file))
  await queries.query('ANALYZE fault')
  await queries.query(duplicates(file))
  await queries.query(settleDuplicates(file))
  for (const { name, refersTo, mandatory } of file.columns) {
    if (refersTo && mandatory) await queries.query(lackingReference(file, name, refersTo))
  }
  await queries.query(reject(file))
  if (file.name === 'case_groups') await queries.query(secondGroups)
  await queries.query(reject(file))
  for (const { name, refersTo, mandatory } of file.columns) {
    if (refersTo && !mandatory) await queries.query(lackingValue(file, name, refersTo))
  }
  await queries.query(dropOptionalFaults(file))
}

const keyOf = (file: ExtractFile) => file.columns.slice(0, file.keyLength).map(({ name }) => name)

const ownFaults = (file: ExtractFile) => `
  INSERT INTO fault
  SELECT '${file.name}', s.line, s.key, f."column", f.kind, f.value, f.reason, f.mandatory
  FROM ${stageOf(file.name)} s, jsonb_to_recordset(s.faults::jsonb) AS f
    ("column" text, kind text, value text, reason text, mandatory boolean)
  WHERE s.faults IS NOT NULL`

// A key counts from its first row on, whatever became of that one; a ragged row keeps its own fault.
function duplicates(file: ExtractFile): string {
  const keys = keyOf(file).join(', ')
  const last = keyOf(file).at(-1)
  return `
  INSERT INTO fault
  SELECT '${file.name}', line, key, '${last}', 'duplicate', ${last},
    'An earlier row, line ' || first || ', has this key already.', true
  FROM (
    SELECT line, key, settled, ${last}, min(line) OVER (PARTITION BY ${keys}) AS first
    FROM ${stageOf(file.name)}
    JOIN (SELECT ${keys} FROM ${stageOf(file.name)} GROUP BY ${keys} HAVING count(*) > 1) r USING (${keys})
  ) repeated WHERE line > first AND NOT settled`
}

const settleDuplicates = (file: ExtractFile) => `
  WITH again AS (
    UPDATE ${stageOf(file.name)} s SET rejected = true, settled = true FROM fault f
    WHERE f.file = '${file.name}' AND f.kind = 'duplicate' AND f.line = s.line RETURNING s.line
  )
  DELETE FROM fault f USING again a WHERE f.file = '${file.name}' AND f.line = a.line AND f.kind <> 'duplicate'`

function lackingReference(file: ExtractFile, column: string, to: FileName): string {
  return `WITH ${lacking(file, column, to, 'NOT s.settled')} ${faultsOfLack(file, column, to, true)}`
}

// The row stays, without that value.
function lackingValue(file: ExtractFile, column: string, to: FileName): string {
  return `WITH ${lacking(file, column, to, 'NOT s.rejected')}, emptied AS (
      UPDATE ${stageOf(file.name)} s SET ${column} = NULL FROM lacking l WHERE l.line = s.line
    ) ${faultsOfLack(file, column, to, false)}`
}

const lacking = (file: ExtractFile, column: string, to: FileName, among: string) => `lacking AS MATERIALIZED (
    SELECT s.line, s.key, s.${column} AS value FROM ${stageOf(file.name)} s
    WHERE s.${column} IS NOT NULL AND ${among} AND NOT EXISTS (
      SELECT FROM ${stageOf(to)} p
      WHERE p.${keyColumn(to)} = s.${column} AND NOT p.rejected ${fits[`${file.name}.${column}`] ?? ''})
  )`

/** What a row that is referred to must be, beside being in. */
const fits: Readonly<Record<string, string>> = {
  'case_groups.segment_name': `AND p.kind = 'case-owning'`,
  'case_groups.team_id': 'AND p.segment_name = s.segment_name',
  'service_requests.case_number': 'AND p.master_case_number = s.master_case_number',
}

// A row that is in, but does not go with this one, is no reference for it (IMP-3).
const faultsOfLack = (file: ExtractFile, column: string, to: FileName, mandatory: boolean) => `
  INSERT INTO fault
  SELECT '${file.name}', l.line, l.key, '${column}',
    CASE WHEN NOT k.accepted THEN 'parent' ELSE 'reference' END, l.value,
    CASE WHEN NOT k.accepted THEN '${column} names a row of ${to}.csv that is an exception itself.'
      WHEN k.accepted THEN '${column} names a row of ${to}.csv that does not go with this one.'
      ELSE '${column} names no row of ${to}.csv.' END, ${mandatory}
  FROM lacking l LEFT JOIN (
    SELECT ${keyColumn(to)} AS value, bool_or(NOT rejected) AS accepted FROM ${stageOf(to)}
    WHERE ${keyColumn(to)} IN (SELECT value FROM lacking) GROUP BY 1
  ) k USING (value)`

const keyColumn = (name: FileName) => keyOf(extractFiles[name])[0]

// A closed first group does not stand in the way, nor does a rejected one (IMP-5).
const secondGroups = `
  INSERT INTO fault
  SELECT 'case_groups', s.line, s.key, 'paying_parent_scin', 'second group of a paying parent', s.paying_parent_scin,
    'The paying parent has a case group already, on line ' || first.line || '.', true
  FROM stage_case_groups s
  JOIN (
    SELECT paying_parent_scin, min(line) AS line FROM stage_case_groups
    WHERE NOT rejected AND status <> 'Closed' GROUP BY paying_parent_scin
  ) first USING (paying_parent_scin)
  WHERE NOT s.rejected AND s.line > first.line`

const reject = (file: ExtractFile) => `
  UPDATE ${stageOf(file.name)} s SET rejected = true FROM fault f
  WHERE f.file = '${file.name}' AND f.line = s.line AND f.mandatory AND NOT s.rejected`

const dropOptionalFaults = (file: ExtractFile) => `
  DELETE FROM fault f USING ${stageOf(file.name)} s
  WHERE f.file = '${file.name}' AND f.line = s.line AND s.rejected AND NOT f.mandatory`
