import { type Kysely, sql } from 'kysely'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { recoveriesAfter, recoveriesAmong } from '../../import/follow-recoveries.ts'
import { loadAggregates } from '../../store/load-aggregates.ts'
import { loadOrganisation } from '../../store/load-organisation.ts'
import { openVersion } from '../../store/open-version.ts'
import type { HubTransaction } from '../database.ts'

/**
 * An orphaned specialist's request is with those who can give it to somebody (ORPH-2, ALLOC-12): those that are there already
 * come to them by their next pull, as one version, and with them what is asked to recover them. Written as the hub writes; once the tables that it writes change, this
 * has to say it in SQL.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const tx = db as unknown as HubTransaction
  const index = await loadOrganisation(tx, 'alone')
  if (!index) return
  const now = new Date().toISOString()
  const version = openVersion(tx, index, now)
  const recoveries = recoveriesAmong(await loadAggregates(tx))
  for (let after = ''; ; ) {
    const { rows } = await sql<{ id: string; document: string }>`
      SELECT id, document FROM case_group WHERE id > ${after} AND document LIKE '%"functionally-unique"%'
      ORDER BY id LIMIT 400`.execute(db)
    const last = rows.at(-1)
    if (!last) break
    const groups = rows.map(({ document }) => JSON.parse(document) as CaseGroup)
    // What is as before is not written.
    await version.put([...groups, ...recoveriesAfter(groups, recoveries, index, now)])
    after = last.id
  }
  await version.finish()
}
