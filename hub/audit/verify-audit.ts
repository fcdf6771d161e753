import { sql } from 'kysely'
import type { HubTransaction } from '../database/database.ts'
import { type AuditLink, auditHash } from '../store/audit-chain.ts'
import type { AuditHead } from '../store/write-audit.ts'
import { wordsOf } from './anchor-file.ts'

/** Where the trail ends, or why it is not what was written. */
export type AuditVerdict =
  | { readonly kind: 'whole'; readonly head: AuditHead }
  | { readonly kind: 'broken'; readonly reason: string }

/**
 * Follows the chain from its beginning. Ends that were noted outside the hub must be on it: a chain that was
 * rewritten as a whole, or cut off together with what the hub knows of its end, is whole, but another one.
 */
export async function verifyAudit(tx: HubTransaction, noted: readonly AuditHead[]): Promise<AuditVerdict> {
  let head: AuditHead = { seq: 0, hash: Buffer.alloc(32) }
  const missing = new Set(noted.filter(end => !isSame(end, head)).map(wordsOf))
  for await (const link of links(tx)) {
    const reason = faultOf(link, head)
    if (reason) return { kind: 'broken', reason }
    head = link
    missing.delete(wordsOf(head))
  }
  const kept = await tx
    .selectFrom('hub_version')
    .select(['audit_seq as seq', 'audit_hash as hash'])
    .executeTakeFirstOrThrow()
  if (!isSame(kept, head))
    return { kind: 'broken', reason: `Entries after ${head.seq} are missing: the hub wrote ${kept.seq}.` }
  const [other] = missing
  if (other) return { kind: 'broken', reason: `Entry ${other.split(':')[0]} is not the one that was noted.` }
  return { kind: 'whole', head }
}

function faultOf({ seq, at, entry, previous, hash }: AuditLink, head: AuditHead): string | undefined {
  if (seq !== head.seq + 1) return `Entry ${head.seq + 1} is missing.`
  if (!previous.equals(head.hash)) return `Entry ${seq} does not follow the one before it.`
  return auditHash(previous, seq, at, entry).equals(hash) ? undefined : `Entry ${seq} was changed.`
}

function isSame(one: AuditHead, other: AuditHead): boolean {
  return one.seq === other.seq && one.hash.equals(other.hash)
}

const PAGE = 5000

async function* links(tx: HubTransaction): AsyncGenerator<AuditLink> {
  let after = 0
  for (;;) {
    const { rows } = await sql<AuditLink>`
      SELECT seq, at, entry, previous, hash FROM audit WHERE seq > ${after} ORDER BY seq LIMIT ${PAGE}`.execute(
      tx,
    )
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last.seq
  }
}
