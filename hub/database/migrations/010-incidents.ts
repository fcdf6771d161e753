import { type Kysely, sql } from 'kysely'
import { recountDigests } from './recount-digests.ts'

/** A case group has its incidents in it, and a recovery request says whether one is open (INC-18). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(reshape('case_group', `'{"incidents": []}'`)).execute(db)
  await sql
    .raw(reshape('aggregate', `'{"incidentOpen": false}'`, `WHERE kind = 'recovery-request'`))
    .execute(db)
  await sql.raw(recountDigests).execute(db)
}

const reshape = (table: string, more: string, which = '') => `
  WITH reshaped AS (SELECT ctid AS at, (jsonb ${more} || document::jsonb)::text AS document FROM ${table} ${which})
  UPDATE ${table} t SET document = r.document,
    stamp = ('x' || left(encode(sha256(convert_to(r.document, 'UTF8')), 'hex'), 16))::bit(64)::bigint
  FROM reshaped r WHERE t.ctid = r.at`
