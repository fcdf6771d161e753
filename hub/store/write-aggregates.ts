import { sql } from 'kysely'
import type { Aggregate } from '../../shared/domain/aggregate.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import { bucketsOfAggregate } from '../../shared/sync/buckets.ts'
import { type Question, question } from '../database/ask.ts'
import { storedDocument } from './document-row.ts'
import { memberships } from './memberships.ts'

/** Writes aggregates as of the version that the transaction holds; one like its row before is left alone. Returns the buckets that were touched. */
export function writeAggregates(
  aggregates: readonly Aggregate[],
  index: OrganisationIndex,
): Question<readonly string[]> {
  const rows = aggregates.map(aggregate => ({
    ...storedDocument(aggregate),
    kind: aggregate.kind,
    id: aggregate.id,
    buckets: bucketsOfAggregate(aggregate, index).join('\n'),
  }))
  const column = (name: keyof (typeof rows)[number]) => sql`${rows.map(row => row[name])}::text[]`
  const query = sql<{ bucket: string }>`
    WITH incoming AS (
      SELECT kind, id, document, ('x' || stamp)::bit(64)::bigint AS stamp, string_to_array(buckets, E'\\n') AS buckets
      FROM unnest(${column('kind')}, ${column('id')}, ${column('text')}, ${column('stamp')}, ${column('buckets')})
        AS t (kind, id, document, stamp, buckets)
    ), changed AS (
      SELECT i.*, a.stamp AS old_stamp, coalesce(a.buckets, '{}') AS old_buckets
      FROM incoming i LEFT JOIN aggregate a ON a.kind = i.kind AND a.id = i.id
      WHERE a.id IS NULL OR a.stamp <> i.stamp OR a.buckets <> i.buckets
    ), ${memberships}, written AS (
      INSERT INTO aggregate (kind, id, document, stamp, buckets)
      SELECT kind, id, document, stamp, buckets FROM changed
      ON CONFLICT (kind, id) DO UPDATE
        SET document = excluded.document, stamp = excluded.stamp, buckets = excluded.buckets
    ) SELECT bucket FROM deltas`
  return question(query, rows => rows.map(({ bucket }) => bucket))
}
