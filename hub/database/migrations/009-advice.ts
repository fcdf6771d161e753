import { type Kysely, sql } from 'kysely'
import { recountDigests } from './recount-digests.ts'

/** A service request has what advice was asked with it (ADV-1), and the calendar the names of its holidays (ADV-5). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(reshape('case_group', 'document LIKE \'%"here":{%\'', requests)).execute(db)
  await sql.raw(reshape('aggregate', "kind = 'calendar'", names)).execute(db)
  await sql.raw(recountDigests).execute(db)
}

const requests = `d.document || jsonb_build_object('serviceRequests', (
  SELECT jsonb_agg(CASE jsonb_typeof(request -> 'here') WHEN 'object'
    THEN jsonb_set(request, '{here,advice}', 'null') ELSE request END ORDER BY place)
  FROM jsonb_array_elements(d.document -> 'serviceRequests') WITH ORDINALITY AS r (request, place)))`

const names = `jsonb '{"names": {"england-and-wales": {}, "scotland": {}, "northern-ireland": {}}}' || d.document`

const reshape = (table: string, which: string, document: string) => `
  WITH reshaped AS (
    SELECT t.ctid AS at, (${document})::text AS document
    FROM ${table} t CROSS JOIN LATERAL (SELECT t.document::jsonb AS document) d WHERE t.${which}
  )
  UPDATE ${table} t SET document = r.document,
    stamp = ('x' || left(encode(sha256(convert_to(r.document, 'UTF8')), 'hex'), 16))::bit(64)::bigint
  FROM reshaped r WHERE t.ctid = r.at`
