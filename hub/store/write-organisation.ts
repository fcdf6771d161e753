import { sql } from 'kysely'
import type { Organisation } from '../../shared/domain/organisation.ts'
import type { HubTransaction } from '../database/database.ts'
import { organisationRow } from './document-row.ts'
import { memberships } from './memberships.ts'

/** Writes the organisation as of a version; like its row before it is left alone. Returns the buckets touched. */
export async function writeOrganisation(
  tx: HubTransaction,
  version: number,
  organisation: Organisation,
): Promise<readonly string[]> {
  const { text, stamp, buckets } = organisationRow(organisation)
  const { rows } = await sql<{ bucket: string }>`
    WITH incoming AS (
      SELECT 'organisation' AS id, ${text}::text AS document, ('x' || ${stamp}::text)::bit(64)::bigint AS stamp,
        ${buckets}::text[] AS buckets
    ), changed AS (
      SELECT i.*, 'organisation' AS kind, o.stamp AS old_stamp,
        CASE WHEN o.id IS NULL THEN '{}'::text[] ELSE i.buckets END AS old_buckets
      FROM incoming i LEFT JOIN organisation o ON o.id = i.id
      WHERE o.id IS NULL OR o.stamp <> i.stamp
    ), ${memberships(version)}, written AS (
      INSERT INTO organisation (id, document, stamp) SELECT id, document, stamp FROM changed
      ON CONFLICT (id) DO UPDATE SET document = excluded.document, stamp = excluded.stamp
    ) SELECT bucket FROM deltas`.execute(tx)
  return rows.map(({ bucket }) => bucket)
}
