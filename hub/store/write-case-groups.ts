import { sql } from 'kysely'
import type { HubTransaction } from '../database/database.ts'
import type { CaseGroupRow } from './document-row.ts'

/**
 * Writes groups as of a version, with what follows for buckets: where a group is, it is there since this
 * version; where it was and is not, that is since this version too. A group like its row before is left alone. Returns the buckets that were touched.
 */
export async function writeCaseGroups(
  tx: HubTransaction,
  version: number,
  rows: readonly CaseGroupRow[],
): Promise<readonly string[]> {
  const touched = await sql<{ bucket: string }>`
    WITH incoming AS (
      SELECT id, document, ('x' || stamp)::bit(64)::bigint AS stamp, segment, team, holder, status, sensitive, locked,
        string_to_array(buckets, E'\n') AS buckets, string_to_array(staff, E'\n') AS staff
      FROM ROWS FROM (${arraysOf(rows)})
        AS t (id, document, stamp, segment, team, holder, status, sensitive, locked, buckets, staff)
    ), changed AS (
      SELECT i.*, c.stamp AS old_stamp, coalesce(c.buckets, '{}') AS old_buckets
      FROM incoming i LEFT JOIN case_group c ON c.id = i.id
      WHERE c.id IS NULL OR c.stamp <> i.stamp OR c.buckets <> i.buckets
    ), ${memberships(version, 'case-group')}, written AS (
      INSERT INTO case_group AS c
        (id, document, stamp, segment, team, holder, status, sensitive, locked, buckets, staff)
      SELECT id, document, stamp, segment, team, holder, status, sensitive, locked, buckets, staff FROM changed
      ON CONFLICT (id) DO UPDATE SET document = excluded.document, stamp = excluded.stamp,
        segment = excluded.segment, team = excluded.team, holder = excluded.holder, status = excluded.status,
        sensitive = excluded.sensitive, locked = excluded.locked, buckets = excluded.buckets, staff = excluded.staff
    ) SELECT bucket FROM deltas`.execute(tx)
  return touched.rows.map(({ bucket }) => bucket)
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

/** The bucket side of `changed(id, stamp, buckets, old_stamp, old_buckets)`, as parts of a WITH. */
export function memberships(version: number, kind: 'case-group' | 'organisation') {
  return sql`
    here AS (SELECT id, unnest(buckets) AS bucket, stamp FROM changed),
    there AS (SELECT id, unnest(old_buckets) AS bucket, old_stamp AS stamp FROM changed),
    members AS (
      INSERT INTO bucket_member AS m (bucket, kind, id, version, present)
      SELECT coalesce(h.bucket, t.bucket), ${kind}, coalesce(h.id, t.id), ${version}::bigint, h.id IS NOT NULL
      FROM here h FULL JOIN there t ON t.id = h.id AND t.bucket = h.bucket
      ON CONFLICT (bucket, kind, id) DO UPDATE SET version = excluded.version, present = excluded.present
    ), deltas AS (
      SELECT bucket, sum(one)::bigint AS count, bit_xor(stamp) AS digest FROM (
        SELECT bucket, 1 AS one, stamp FROM here UNION ALL SELECT bucket, -1, stamp FROM there
      ) moves GROUP BY bucket
    ), counted AS (
      INSERT INTO bucket AS b (bucket, count, digest) SELECT bucket, count, digest FROM deltas
      ON CONFLICT (bucket) DO UPDATE SET count = b.count + excluded.count, digest = b.digest # excluded.digest
    )`
}
