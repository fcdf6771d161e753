import { sql } from 'kysely'
import type { Instant } from '../../shared/domain/time.ts'
import type { Database } from '../database/database.ts'

/** How long it is remembered that a document left a bucket. */
const KEPT_DAYS = 90

/**
 * Forgets what left its bucket long ago. A client whose cookie is older than that is sent the bucket whole, or
 * everything, because the version of his cookie is forgotten too.
 */
export async function purgeTombstones({ db }: Database, now: Instant): Promise<void> {
  const limit = new Date(Date.parse(now) - KEPT_DAYS * 86_400_000).toISOString()
  await db.transaction().execute(async tx => {
    // Under the version lock, so that no bucket's row is changed meanwhile in another order.
    await sql`SELECT 1 FROM hub_version FOR UPDATE`.execute(tx)
    const { rows } = await sql<{ version: number | null }>`
      SELECT max(version) AS version FROM version_log WHERE at < ${limit}
        AND version < (SELECT version FROM hub_version)`.execute(tx)
    const version = rows[0]?.version ?? null
    if (version === null) return
    await sql`
      WITH gone AS (
        DELETE FROM bucket_member WHERE NOT present AND version <= ${version} RETURNING bucket
      ) UPDATE bucket SET horizon = ${version} WHERE bucket IN (SELECT bucket FROM gone)`.execute(tx)
    await sql`DELETE FROM version_log WHERE version < ${version}`.execute(tx)
  })
}
