import type pg from 'pg'
import { type ExtractFile, extractFiles, type FileName } from './extract-files.ts'
import { stageOf } from './staging.ts'

/** The faults of all rows, as they are found. */
export async function createFaults(client: pg.Client): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE fault (
      file text COLLATE "C", line bigint, key text COLLATE "C", "column" text COLLATE "C", kind text COLLATE "C",
      value text, reason text, mandatory boolean
    )`)
}

/**
 * Judges the staged rows of a file by what they refer to and by each other. The files that it refers to have
 * been judged before, so that a reference to a rejected row is known for one (IMP-2, IMP-3, IMP-5).
 */
export async function judge(client: pg.Client, file: ExtractFile): Promise<void> {
  await client.query(ownFaults(file))
  await client.query(duplicates(file))
  await client.query(settleDuplicates(file))
  for (const { name, refersTo, mandatory } of file.columns) {
    if (refersTo && mandatory) await client.query(lackingReference(file, name, refersTo))
  }
  await client.query(reject(file))
  if (file.name === 'case_groups') await client.query(secondGroups)
  await client.query(reject(file))
  for (const { name, refersTo, mandatory } of file.columns) {
    if (refersTo && !mandatory) await client.query(lackingValue(file, name, refersTo))
  }
  await client.query(dropOptionalFaults(file))
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
  return `
  INSERT INTO fault
  SELECT '${file.name}', s.line, s.key, '${column}', ${kindOfLack(column, to)}, s.${column},
    ${reasonOfLack(column, to)}, true
  FROM ${stageOf(file.name)} s
  WHERE s.${column} IS NOT NULL AND NOT s.settled AND NOT EXISTS (${target(file, column, to)})`
}

// The row stays, without that value.
function lackingValue(file: ExtractFile, column: string, to: FileName): string {
  return `
  WITH lacking AS (
    SELECT s.line, s.key, s.${column} AS value FROM ${stageOf(file.name)} s
    WHERE s.${column} IS NOT NULL AND NOT s.rejected AND NOT EXISTS (${target(file, column, to)})
  ), emptied AS (
    UPDATE ${stageOf(file.name)} s SET ${column} = NULL FROM lacking l WHERE l.line = s.line
  )
  INSERT INTO fault
  SELECT '${file.name}', s.line, s.key, '${column}', ${kindOfLack('value', to)}, s.value,
    ${reasonOfLack(column, to, 'value')}, false
  FROM lacking s`
}

// What a reference must find: a row that is in, and that goes with the rest of the row.
function target(file: ExtractFile, column: string, to: FileName): string {
  const matches: Record<string, string> = {
    'case_groups.segment_name': `AND p.kind = 'case-owning'`,
    'case_groups.team_id': 'AND p.segment_name = s.segment_name',
    'service_requests.case_number': 'AND p.master_case_number = s.master_case_number',
  }
  return `SELECT FROM ${stageOf(to)} p
    WHERE p.${keyColumn(to)} = s.${column} AND NOT p.rejected ${matches[`${file.name}.${column}`] ?? ''}`
}

const keyColumn = (name: FileName) => keyOf(extractFiles[name])[0]

const isOnlyRejected = (column: string, to: FileName) => `(
  EXISTS (SELECT FROM ${stageOf(to)} p WHERE p.${keyColumn(to)} = s.${column})
  AND NOT EXISTS (SELECT FROM ${stageOf(to)} p WHERE p.${keyColumn(to)} = s.${column} AND NOT p.rejected)
)`

const kindOfLack = (column: string, to: FileName) =>
  `CASE WHEN ${isOnlyRejected(column, to)} THEN 'parent' ELSE 'reference' END`

const reasonOfLack = (name: string, to: FileName, column = name) =>
  `CASE WHEN ${isOnlyRejected(column, to)} THEN '${name} names a row of ${to}.csv that is an exception itself.'
    WHEN EXISTS (SELECT FROM ${stageOf(to)} p WHERE p.${keyColumn(to)} = s.${column})
    THEN '${name} names a row of ${to}.csv that does not go with this one.'
    ELSE '${name} names no row of ${to}.csv.' END`

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
