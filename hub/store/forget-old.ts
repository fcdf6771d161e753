import { sql } from 'kysely'
import type { Instant } from '../../shared/domain/time.ts'
import { HISTORY_DAYS } from '../../shared/sync/history.ts'
import type { Database, HubTransaction } from '../database/database.ts'

/** How long it is remembered that a document left a bucket. */
const TOMBSTONE_DAYS = 90

/**
 * Forgets what left its bucket long ago: a client whose cookie is older is sent that bucket whole. Later the
 * version itself is forgotten, so that a client that comes from it is sent everything, and the results of commands.
 */
export async function forgetOld({ db }: Database, now: Instant): Promise<void> {
  await db.transaction().execute(tx => forgetVersions(tx, now))
  await sql`DELETE FROM reading WHERE at < ${daysBefore(now, HISTORY_DAYS)}`.execute(db)
  await sql`DELETE FROM command_result WHERE at < ${daysBefore(now, HISTORY_DAYS)}`.execute(db)
}

async function forgetVersions(tx: HubTransaction, now: Instant): Promise<void> {
  // Under the version lock, so that no bucket's row is changed meanwhile in another order.
  await sql`SELECT 1 FROM hub_version FOR UPDATE`.execute(tx)
  const { rows } = await sql<{ version: number | null }>`
    SELECT max(version) AS version FROM version_log WHERE at < ${daysBefore(now, TOMBSTONE_DAYS)}
      AND version < (SELECT version FROM hub_version)`.execute(tx)
  const version = rows[0]?.version ?? null
  if (version === null) return
  await sql`
    WITH gone AS (
      DELETE FROM bucket_member WHERE NOT present AND version <= ${version} RETURNING bucket
    ) UPDATE bucket SET horizon = ${version} WHERE bucket IN (SELECT bucket FROM gone)`.execute(tx)
  await sql`
    DELETE FROM version_log WHERE version < ${version} AND at < ${daysBefore(now, HISTORY_DAYS)}`.execute(tx)
}

function daysBefore(now: Instant, days: number): Instant {
  return new Date(Date.parse(now) - days * 86_400_000).toISOString()
}
