import { sql } from 'kysely'

/**
 * The bucket side of `changed(kind, id, stamp, buckets, old_stamp, old_buckets)`, as parts of a WITH: as of the version
 * that the transaction holds.
 */
export const memberships = sql`
    here AS (SELECT kind, id, unnest(buckets) AS bucket, stamp FROM changed),
    there AS (SELECT kind, id, unnest(old_buckets) AS bucket, old_stamp AS stamp FROM changed),
    members AS (
      INSERT INTO bucket_member AS m (bucket, kind, id, version, present)
      SELECT coalesce(h.bucket, t.bucket), coalesce(h.kind, t.kind), coalesce(h.id, t.id), (SELECT version FROM hub_version), h.id IS NOT NULL
      FROM here h FULL JOIN there t ON t.kind = h.kind AND t.id = h.id AND t.bucket = h.bucket
      ON CONFLICT (bucket, kind, id) DO UPDATE SET version = excluded.version, present = excluded.present
    ), deltas AS (
      SELECT bucket, sum(one)::bigint AS count, bit_xor(stamp) AS digest FROM (
        SELECT bucket, 1 AS one, stamp FROM here UNION ALL SELECT bucket, -1, stamp FROM there
      ) moves GROUP BY bucket
    ), counted AS (
      INSERT INTO bucket AS b (bucket, count, digest) SELECT bucket, count, digest FROM deltas
      ON CONFLICT (bucket) DO UPDATE SET count = b.count + excluded.count, digest = b.digest # excluded.digest
    )`
