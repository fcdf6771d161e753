import { type Kysely, sql } from 'kysely'
import { recountDigests } from './recount-digests.ts'

/**
 * What differs from the source, and whose doing that is, stands in the documents now (IMP-6); so do the terms of a lock
 * and what was done to a service request here. Documents of before get them; whoever holds one of those, or a cookie
 * for it, starts anew with the schema.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(reshape).execute(db)
  await sql.raw(recountDigests).execute(db)
  await sql`DROP TRIGGER drift_ends ON case_group`.execute(db)
  await sql`DROP FUNCTION end_drift_where_agreed()`.execute(db)
  await sql`
    ALTER TABLE source_case_groups
      DROP COLUMN segment_drifts, DROP COLUMN holder_drifts, DROP COLUMN lock_drifts, DROP COLUMN moved_while_locked
  `.execute(db)
}

const terms = `jsonb '{"category": null, "reviewOn": null, "reviews": []}'`

const sourceLock = `${terms} || jsonb_build_object('by', s.lock_by, 'reason', s.lock_reason,
  'since', coalesce(s.lock_since, s.lock_changed_at, s.first_seen_at), 'sinceIsFirstSeen', s.lock_since IS NULL)`

const difference = (field: string, source: string, drifts: string, changedAt: string, lock = 'NULL') =>
  `jsonb_build_object('field', '${field}', 'source', ${source}, 'drifts', s.${drifts},
    'sourceSince', coalesce(s.${changedAt}, s.first_seen_at), 'sourceLock', ${lock})`

const differences = `
  SELECT jsonb_agg(each) FROM (VALUES
    (CASE WHEN c.segment <> s.segment_name
      THEN ${difference('segment', 's.segment_name', 'segment_drifts', 'segment_changed_at')} END),
    (CASE WHEN c.holder IS DISTINCT FROM s.assigned_to
      THEN ${difference('holder', 's.assigned_to', 'holder_drifts', 'holder_changed_at')} END),
    (CASE WHEN c.locked AND s.lock_on <> 'Y'
      THEN ${difference('lock', `'off'`, 'lock_drifts', 'lock_changed_at')} END),
    (CASE WHEN NOT c.locked AND s.lock_on = 'Y'
      THEN ${difference('lock', `'on'`, 'lock_drifts', 'lock_changed_at', sourceLock)} END)
  ) AS found (each) WHERE each IS NOT NULL`

const requests = `
  SELECT jsonb_agg(jsonb '{"here": null}' || request ORDER BY place)
  FROM jsonb_array_elements(d.document -> 'serviceRequests') WITH ORDINALITY AS r (request, place)`

const reshape = `
  WITH reshaped AS (
    SELECT c.id, (d.document || jsonb_build_object(
      'lock', CASE jsonb_typeof(d.document -> 'lock') WHEN 'object' THEN ${terms} || (d.document -> 'lock') END,
      'serviceRequests', coalesce((${requests}), '[]'),
      'differences', coalesce((${differences}), '[]')))::text AS document
    FROM case_group c CROSS JOIN LATERAL (SELECT c.document::jsonb AS document) d
    LEFT JOIN source_case_groups s ON s.master_case_number = c.id
  )
  UPDATE case_group c SET document = r.document,
    stamp = ('x' || left(encode(sha256(convert_to(r.document, 'UTF8')), 'hex'), 16))::bit(64)::bigint
  FROM reshaped r WHERE r.id = c.id`
