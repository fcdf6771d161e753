import { sql } from 'kysely'
import type { HubTransaction } from '../database/database.ts'
import { chain } from './audit-chain.ts'
import type { AuditEntry } from './audit-entry.ts'

export interface AuditHead {
  readonly seq: number
  readonly hash: Buffer
}

/** Adds entries to the trail, under the version lock; says where it ends now. */
export async function writeAudit(
  tx: HubTransaction,
  head: AuditHead,
  entries: readonly AuditEntry[],
): Promise<AuditHead> {
  const links = chain(
    head,
    entries.map(entry => ({ at: new Date(entry.acceptedAt).toISOString(), entry: JSON.stringify(entry) })),
  )
  const last = links.at(-1)
  if (!last) return head
  await sql`
    WITH written AS (
      INSERT INTO audit (seq, at, entry, previous, hash) SELECT * FROM unnest(
        ${links.map(({ seq }) => seq)}::bigint[], ${links.map(({ at }) => at)}::timestamptz[],
        ${links.map(({ entry }) => entry)}::text[], ${links.map(({ previous }) => previous)}::bytea[],
        ${links.map(({ hash }) => hash)}::bytea[])
    ) UPDATE hub_version SET audit_seq = ${last.seq}, audit_hash = ${last.hash}`.execute(tx)
  return last
}
