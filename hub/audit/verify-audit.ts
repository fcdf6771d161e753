import { sql } from 'kysely'
import type { HubTransaction } from '../database/database.ts'
import { type AuditLink, auditHash } from '../store/audit-chain.ts'
import type { AuditHead } from '../store/write-audit.ts'

/** Where the trail ends, or why it is not what was written. */
export type AuditVerdict =
  | { readonly kind: 'whole'; readonly head: AuditHead }
  | { readonly kind: 'broken'; readonly reason: string }

/**
 * Follows the chain from its beginning. An `anchor`, an end that was noted outside the hub, must be on it: a
 * chain that was rewritten as a whole is whole, but another one.
 */
export async function verifyAudit(tx: HubTransaction, anchor: AuditHead | null): Promise<AuditVerdict> {
  let head: AuditHead = { seq: 0, hash: Buffer.alloc(32) }
  let anchored = anchor === null || isSame(anchor, head)
  for await (const link of links(tx)) {
    const reason = faultOf(link, head)
    if (reason) return { kind: 'broken', reason }
    head = link
    if (anchor && isSame(anchor, head)) anchored = true
  }
  const kept = await tx
    .selectFrom('hub_version')
    .select(['audit_seq as seq', 'audit_hash as hash'])
    .executeTakeFirstOrThrow()
  if (!isSame(kept, head))
    return { kind: 'broken', reason: `Entries after ${head.seq} are missing: the hub wrote ${kept.seq}.` }
  if (!anchored) return { kind: 'broken', reason: `Entry ${anchor?.seq} is not the one that was noted.` }
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
