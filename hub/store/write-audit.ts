import { sql } from 'kysely'
import { type Question, question } from '../database/ask.ts'
import { POKE_CHANNEL } from './announcement.ts'
import { chain } from './audit-chain.ts'
import type { AuditEntry } from './audit-entry.ts'

export interface AuditHead {
  readonly seq: number
  readonly hash: Buffer
}

/**
 * Adds entries to the trail, under the version lock, and has messages told to every hub when the transaction
 * commits; says where the trail ends now. One statement, because everybody waits meanwhile.
 */
export function writeAudit(
  head: AuditHead,
  entries: readonly AuditEntry[],
  messages: readonly string[],
): Question<AuditHead> {
  const links = chain(
    head,
    entries.map(entry => ({ at: new Date(entry.acceptedAt).toISOString(), entry: JSON.stringify(entry) })),
  )
  const last = links.at(-1) ?? head
  const query = sql`
    WITH written AS (
      INSERT INTO audit (seq, at, entry, previous, hash) SELECT * FROM unnest(
        ${links.map(({ seq }) => seq)}::bigint[], ${links.map(({ at }) => at)}::timestamptz[],
        ${links.map(({ entry }) => entry)}::text[], ${links.map(({ previous }) => previous)}::bytea[],
        ${links.map(({ hash }) => hash)}::bytea[])
    ), ended AS (
      UPDATE hub_version SET audit_seq = ${last.seq}, audit_hash = ${last.hash}
    ) SELECT pg_notify(${POKE_CHANNEL}, message) FROM unnest(${messages}::text[]) AS message`
  return question(query, () => last)
}
