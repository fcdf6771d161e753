import { sql } from 'kysely'
import type { HubTransaction } from '../database/database.ts'
import type { CookieContent } from './cookie.ts'
import type { Patch, PatchRow } from './patch.ts'

type Fresh = NonNullable<CookieContent['fresh']>

/** How many documents are read at once: about what a page holds. */
export const READ_AT_ONCE = 1000

/** Sends buckets whole, the organisation first, then groups in the order of their numbers, until the page is full. */
export async function scan(tx: HubTransaction, fresh: Fresh, patch: Patch): Promise<Fresh> {
  let after = fresh.after
  if (after === null) {
    for (const row of await organisationIn(tx, fresh.buckets)) patch.add(row)
    after = ''
  }
  while (!patch.full) {
    const rows = await groupsAfter(tx, fresh.buckets, after)
    for (const row of rows) {
      patch.add(row)
      after = row.id
      if (patch.full) break
    }
    if (rows.length < READ_AT_ONCE && after === (rows.at(-1)?.id ?? after)) {
      return { ...fresh, after, complete: true }
    }
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

// Each bucket is read in its own order and no further than the page needs; a group in several comes once.
async function groupsAfter(
  tx: HubTransaction,
  buckets: readonly string[],
  after: string,
): Promise<readonly PatchRow[]> {
  const { rows } = await sql<PatchRow>`
    WITH next AS (
      SELECT DISTINCT m.id FROM unnest(${buckets}::text[]) AS b (bucket), LATERAL (
        SELECT id FROM bucket_member
        WHERE bucket = b.bucket AND kind = 'case-group' AND id > ${after} AND present
        ORDER BY id LIMIT ${READ_AT_ONCE}
      ) m ORDER BY m.id LIMIT ${READ_AT_ONCE}
    )
    SELECT 'case-group' AS kind, c.id, c.document, lpad(to_hex(c.stamp), 16, '0') AS stamp,
      array_to_string(c.buckets, E'\\n') AS buckets
    FROM next JOIN case_group c ON c.id = next.id ORDER BY c.id`.execute(tx)
  return rows
}
