import { sql } from 'kysely'
import type { HubTransaction } from '../database/database.ts'
import type { CookieContent } from './cookie.ts'
import type { Patch, PatchRow } from './patch.ts'

type Fresh = NonNullable<CookieContent['fresh']>
type Place = NonNullable<Fresh['after']>

const BEGINNING: Place = ['', '']

/** How many documents are read at once: about what a page holds. */
export const READ_AT_ONCE = 1000

/**
 * Sends buckets whole, the organisation first, then everything else in the order of kinds and ids, until the page
 * is full.
 */
export async function scan(tx: HubTransaction, fresh: Fresh, patch: Patch): Promise<Fresh> {
  let after = fresh.after
  if (after === null) {
    for (const row of await organisationIn(tx, fresh.buckets)) patch.add(row)
    after = BEGINNING
  }
  while (!patch.full) {
    const rows = await documentsAfter(tx, fresh.buckets, after)
    let sent = 0
    for (const row of rows) {
      patch.add(row)
      sent += 1
      after = [row.kind, row.id]
      if (patch.full) break
    }
    if (rows.length < READ_AT_ONCE && sent === rows.length) return { ...fresh, after, complete: true }
  }
  return { ...fresh, after }
}

async function organisationIn(tx: HubTransaction, buckets: readonly string[]): Promise<readonly PatchRow[]> {
  const { rows } = await sql<PatchRow>`
    SELECT m.kind, o.id, o.document, lpad(to_hex(o.stamp), 16, '0') AS stamp, m.bucket AS buckets
    FROM organisation o JOIN bucket_member m ON m.kind = 'organisation' AND m.id = o.id
    WHERE m.bucket = ANY(${buckets}::text[]) AND m.present`.execute(tx)
  return rows
}

// Each bucket is read in its own order and no further than the page needs; a document in several comes once.
async function documentsAfter(
  tx: HubTransaction,
  buckets: readonly string[],
  [kind, id]: Place,
): Promise<readonly PatchRow[]> {
  const { rows } = await sql<PatchRow>`
    WITH next AS (
      SELECT DISTINCT m.kind, m.id FROM unnest(${buckets}::text[]) AS b (bucket), LATERAL (
        SELECT kind, id FROM bucket_member
        WHERE bucket = b.bucket AND (kind, id) > (${kind}, ${id}) AND kind <> 'organisation' AND present
        ORDER BY kind, id LIMIT ${READ_AT_ONCE}
      ) m ORDER BY m.kind, m.id LIMIT ${READ_AT_ONCE}
    )
    SELECT next.kind, next.id, coalesce(c.document, a.document) AS document,
      lpad(to_hex(coalesce(c.stamp, a.stamp)), 16, '0') AS stamp,
      array_to_string(coalesce(c.buckets, a.buckets), E'\\n') AS buckets
    FROM next
    LEFT JOIN case_group c ON next.kind = 'case-group' AND c.id = next.id
    LEFT JOIN aggregate a ON a.kind = next.kind AND a.id = next.id
    ORDER BY next.kind, next.id`.execute(tx)
  return rows
}
