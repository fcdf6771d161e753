import { sql } from 'kysely'
import type { HubTransaction } from '../database/database.ts'
import type { CookieContent } from './cookie.ts'
import type { Patch, PatchRow } from './patch.ts'
import { READ_AT_ONCE } from './scan.ts'
import type { Stretch } from './stretch.ts'

type Place = NonNullable<CookieContent['place']>
type ChangedRow = PatchRow & { readonly version: number }

const BEGINNING: Place = [0, '', '']

/**
 * Sends what changed in the buckets since they were had, in the order of the changes; a document is sent as it is
 * now. Returns where it stopped, or null when there is no more.
 */
export async function changes(tx: HubTransaction, stretch: Stretch, patch: Patch): Promise<Place | null> {
  let place = stretch.place ?? BEGINNING
  while (!patch.full) {
    const rows = await changesAfter(tx, stretch, place)
    let sent = 0
    for (const row of rows) {
      patch.add(row)
      sent += 1
      place = [row.version, row.kind, row.id]
      if (patch.full) break
    }
    if (rows.length < READ_AT_ONCE && sent === rows.length) return null
  }
  return place
}

async function changesAfter(
  tx: HubTransaction,
  { held, fresh }: Stretch,
  [version, kind, id]: Place,
): Promise<readonly ChangedRow[]> {
  const buckets = [...held.buckets, ...(fresh?.buckets ?? [])]
  const sinces = [
    ...held.buckets.map(() => held.since),
    ...(fresh?.buckets ?? []).map(() => fresh?.since ?? 0),
  ]
  const { rows } = await sql<ChangedRow>`
    WITH touched AS (
      SELECT DISTINCT m.version, m.kind, m.id
      FROM unnest(${buckets}::text[], ${sinces}::bigint[]) AS b (bucket, since), LATERAL (
        SELECT version, kind, id FROM bucket_member
        WHERE bucket = b.bucket AND version > b.since
          AND (version, kind, id) > (${version}::bigint, ${kind}, ${id})
        ORDER BY version, kind, id LIMIT ${READ_AT_ONCE}
      ) m ORDER BY m.version, m.kind, m.id LIMIT ${READ_AT_ONCE}
    )
    SELECT t.version, t.kind, t.id, coalesce(c.document, o.document, a.document) AS document,
      lpad(to_hex(coalesce(c.stamp, o.stamp, a.stamp)), 16, '0') AS stamp,
      CASE WHEN o.id IS NULL THEN array_to_string(coalesce(c.buckets, a.buckets), E'\\n') ELSE 'reference' END AS buckets
    FROM touched t
    LEFT JOIN case_group c ON t.kind = 'case-group' AND c.id = t.id
    LEFT JOIN organisation o ON t.kind = 'organisation' AND o.id = t.id
    LEFT JOIN aggregate a ON a.kind = t.kind AND a.id = t.id
    ORDER BY t.version, t.kind, t.id`.execute(tx)
  return rows
}
