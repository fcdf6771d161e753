import { sql } from 'kysely'
import { type Question, question } from '../database/ask.ts'
import type { CaseGroupRow } from './document-row.ts'
import { memberships } from './memberships.ts'

/**
 * Writes groups as of the version that the transaction holds, with what follows for buckets: where a group is, it is there since this
 * version; where it was and is not, that is since this version too. A group like its row before is left alone. Returns the buckets that were touched.
 */
export function writeCaseGroups(rows: readonly CaseGroupRow[]): Question<readonly string[]> {
  const query = sql<{ bucket: string }>`
    WITH incoming AS (
      SELECT id, document, ('x' || stamp)::bit(64)::bigint AS stamp, segment, team, holder, status, sensitive, locked,
        string_to_array(buckets, E'\n') AS buckets, string_to_array(staff, E'\n') AS staff
      FROM ROWS FROM (${arraysOf(rows)})
        AS t (id, document, stamp, segment, team, holder, status, sensitive, locked, buckets, staff)
    ), changed AS (
      SELECT i.*, 'case-group' AS kind, c.stamp AS old_stamp, coalesce(c.buckets, '{}') AS old_buckets
      FROM incoming i LEFT JOIN case_group c ON c.id = i.id
      WHERE c.id IS NULL OR c.stamp <> i.stamp OR c.buckets <> i.buckets
    ), ${memberships}, written AS (
      INSERT INTO case_group AS c
        (id, document, stamp, segment, team, holder, status, sensitive, locked, buckets, staff)
      SELECT id, document, stamp, segment, team, holder, status, sensitive, locked, buckets, staff FROM changed
      ON CONFLICT (id) DO UPDATE SET document = excluded.document, stamp = excluded.stamp,
        segment = excluded.segment, team = excluded.team, holder = excluded.holder, status = excluded.status,
        sensitive = excluded.sensitive, locked = excluded.locked, buckets = excluded.buckets, staff = excluded.staff
    ) SELECT bucket FROM deltas`
  return question(query, rows => rows.map(({ bucket }) => bucket))
}

// JSON has no bare line break and neither does a key, so lists travel as lines: pg's own arrays would be
// escaped quote by quote.
function arraysOf(rows: readonly CaseGroupRow[]) {
  const lines = (values: readonly string[]) => sql`unnest(string_to_array(${values.join('\n')}, E'\n'))`
  const array = (values: readonly (string | null)[]) => sql`unnest(${values}::text[])`
  const flags = (values: readonly boolean[]) => sql`unnest(${values}::boolean[])`
  return sql.join([
    array(rows.map(({ group }) => group.id)),
    lines(rows.map(({ text }) => text)),
    lines(rows.map(({ stamp }) => stamp)),
    array(rows.map(({ group }) => group.segment)),
    array(rows.map(({ group }) => group.team)),
    array(rows.map(({ group }) => group.holder)),
    lines(rows.map(({ group }) => group.status)),
    flags(rows.map(({ group }) => group.sensitive)),
    flags(rows.map(({ group }) => group.lock !== null)),
    array(rows.map(({ buckets }) => buckets.join('\n'))),
    array(rows.map(({ staff }) => staff.join('\n'))),
  ])
}
