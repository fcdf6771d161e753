import { type DataException, type DataExceptionId, putAway } from '../../shared/domain/data-exception.ts'
import type { MasterCaseNumber, SegmentName } from '../../shared/domain/ids.ts'
import type { VersionWriter } from '../store/open-version.ts'
import type { Queries } from './session.ts'
import type { Move } from './update-case-groups.ts'

interface Row {
  readonly place: string
  readonly id: DataExceptionId
  readonly file: string
  readonly line: string
  readonly key: string
  readonly column: string | null
  readonly kind: DataException['fault']
  readonly value: string
  readonly reason: string
  readonly sensitive: boolean
  readonly groups: readonly (readonly [MasterCaseNumber, SegmentName])[]
}

const PAGE = 1000

/**
 * Puts this import's data exceptions where their groups are now, a page at a time, and puts those away that are no
 * more (IMP-6, ACC-3). `moves` is what the same import moved.
 */
export async function putExceptions(
  queries: Queries,
  version: VersionWriter,
  moves: readonly Move[],
): Promise<void> {
  const moved = new Map(moves.map(({ masterCaseNumber, to }) => [masterCaseNumber, to as SegmentName]))
  await queries.query(forgetThoseGone)
  await queries.query(nameThem)
  let after = '0'
  for (;;) {
    const { rows } = await queries.query<Row>(page, [after])
    await version.put(rows.map(row => exceptionOf(row, moved)))
    const last = rows.at(-1)
    if (!last) break
    after = last.place
  }
  const { rows: gone } = await queries.query<{ id: DataExceptionId }>(goneOnes)
  await version.put(gone.map(({ id }) => putAway(id)))
}

function exceptionOf(row: Row, moved: ReadonlyMap<string, SegmentName>): DataException {
  const segments = row.groups.map(([group, segment]) => moved.get(group) ?? segment)
  return {
    kind: 'data-exception',
    id: row.id,
    file: row.file,
    line: Number(row.line),
    key: row.key,
    column: row.column,
    fault: row.kind,
    value: row.value,
    reason: row.reason,
    caseGroups: row.groups.map(([group]) => group),
    segments: [...new Set(segments)].sort(),
    sensitive: row.sensitive,
    gone: false,
  }
}

// Alike ones are told apart by their order. Sensitive ones are counted apart: no other name depends on theirs (ACC-3).
const nameThem = `
  CREATE TEMP TABLE named_exception AS
  SELECT place, left(encode(sha256(convert_to(jsonb_build_array(file, key, "column", kind, sensitive,
    row_number() OVER (PARTITION BY file, key, "column", kind, sensitive ORDER BY place))::text, 'UTF8')), 'hex'), 32) AS id
  FROM data_exception`

const page = `
  SELECT e.*, n.id, coalesce((
    SELECT jsonb_agg(jsonb_build_array(g.master_case_number, coalesce(c.segment, g.segment_name))
      ORDER BY g.master_case_number)
    FROM source_case_groups g LEFT JOIN case_group c ON c.id = g.master_case_number
    WHERE g.master_case_number = ANY(e.case_groups)
  ), '[]') AS groups
  FROM data_exception e JOIN named_exception n USING (place) WHERE e.place > $1 ORDER BY e.place LIMIT ${PAGE}`

// Whoever had one has its removal from the bucket; nothing reads the empty document that stood for it.
const forgetThoseGone = `DELETE FROM aggregate WHERE kind = 'data-exception' AND buckets = '{}'`

const goneOnes = `
  SELECT id FROM aggregate a WHERE kind = 'data-exception' AND buckets <> '{}'
    AND NOT EXISTS (SELECT FROM named_exception n WHERE n.id = a.id) ORDER BY id`
