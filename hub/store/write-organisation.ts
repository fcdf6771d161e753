import { sql } from 'kysely'
import type { Organisation } from '../../shared/domain/organisation.ts'
import { type Question, question } from '../database/ask.ts'
import { organisationRow } from './document-row.ts'
import { memberships } from './memberships.ts'

/** Writes the organisation as of the version that the transaction holds; like its row before it is left alone. Returns the buckets touched. */
export function writeOrganisation(organisation: Organisation): Question<readonly string[]> {
  const { text, stamp, buckets } = organisationRow(organisation)
  const query = sql<{ bucket: string }>`
    WITH incoming AS (
      SELECT 'organisation' AS id, ${text}::text AS document, ('x' || ${stamp}::text)::bit(64)::bigint AS stamp,
        ${buckets}::text[] AS buckets
    ), changed AS (
      SELECT i.*, 'organisation' AS kind, o.stamp AS old_stamp,
        CASE WHEN o.id IS NULL THEN '{}'::text[] ELSE i.buckets END AS old_buckets
      FROM incoming i LEFT JOIN organisation o ON o.id = i.id
      WHERE o.id IS NULL OR o.stamp <> i.stamp
    ), ${memberships}, written AS (
      INSERT INTO organisation (id, document, stamp) SELECT id, document, stamp FROM changed
      ON CONFLICT (id) DO UPDATE SET document = excluded.document, stamp = excluded.stamp
    ) SELECT bucket FROM deltas`
  return question(query, rows => rows.map(({ bucket }) => bucket))
}
