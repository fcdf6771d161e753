import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '../../shared/domain/time.ts'
import { type Question, question } from '../database/ask.ts'
import type { AuditHead } from './write-audit.ts'

/** The version that this transaction makes, and where the audit trail stood when it began. */
export interface HeldVersion {
  readonly version: number
  readonly audit: AuditHead
}

/**
 * The next version, held until the transaction ends: commit order is version order. It is the last lock a
 * transaction takes, so that nobody waits behind one that is still working.
 */
export function holdVersion(now: Instant): Question<HeldVersion> {
  // Random, so that a cookie of a version proves itself: a hub restored from a backup writes other stamps.
  const stamp = randomBytes(16)
  const query = sql<{ version: number; seq: number; hash: Buffer }>`
    WITH held AS (
      UPDATE hub_version SET version = version + 1 RETURNING version, audit_seq, audit_hash
    ), logged AS (
      INSERT INTO version_log (version, stamp, at) SELECT version, ${stamp}, ${now} FROM held
    ) SELECT version, audit_seq AS seq, audit_hash AS hash FROM held`
  return question(query, ([held]) => {
    if (!held) throw new Error('The hub has no version: its database was not made by it.')
    const { version, ...audit } = held
    return { version, audit }
  })
}
