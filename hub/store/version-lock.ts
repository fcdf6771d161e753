import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '../../shared/domain/time.ts'
import type { HubTransaction } from '../database/database.ts'

/** The version that this transaction makes, and where the audit trail stood when it began. */
export interface HeldVersion {
  readonly version: number
  readonly auditSeq: number
  readonly auditHash: Buffer
}

/**
 * The next version, held until the transaction ends: commit order is version order. It is the last lock a
 * transaction takes, so that nobody waits behind one that is still working.
 */
export async function holdVersion(tx: HubTransaction, now: Instant): Promise<HeldVersion> {
  const held = await tx
    .updateTable('hub_version')
    .set(eb => ({ version: eb('version', '+', 1) }))
    .returning(['version', 'audit_seq as auditSeq', 'audit_hash as auditHash'])
    .executeTakeFirstOrThrow()
  // Random, so that a cookie of a version proves itself: a hub restored from a backup writes other stamps.
  const stamp = randomBytes(16)
  await sql`INSERT INTO version_log (version, stamp, at) VALUES (${held.version}, ${stamp}, ${now})`.execute(
    tx,
  )
  return held
}
