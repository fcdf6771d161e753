import { type Kysely, sql } from 'kysely'

/** A case group has its incidents in it, and a recovery request says whether one is open (INC-18). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(reshape('case_group', `'{"incidents": []}'`)).execute(db)
  await sql
    .raw(reshape('aggregate', `'{"incidentOpen": false}'`, `WHERE kind = 'recovery-request'`))
    .execute(db)
  await sql.raw(recount).execute(db)
}

const reshape = (table: string, more: string, which = '') => `
  WITH reshaped AS (SELECT ctid AS at, (jsonb ${more} || document::jsonb)::text AS document FROM ${table} ${which})
  UPDATE ${table} t SET document = r.document,
    stamp = ('x' || left(encode(sha256(convert_to(r.document, 'UTF8')), 'hex'), 16))::bit(64)::bigint
  FROM reshaped r WHERE t.ctid = r.at`

const recount = `
  UPDATE bucket b SET digest = d.digest FROM (
    SELECT bucket, bit_xor(stamp) AS digest FROM (
      SELECT unnest(buckets) AS bucket, stamp FROM case_group
      UNION ALL SELECT unnest(buckets), stamp FROM aggregate
      UNION ALL SELECT 'reference', stamp FROM organisation
    ) members GROUP BY bucket
  ) d WHERE d.bucket = b.bucket`
