import { type Kysely, sql } from 'kysely'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { loadAggregates } from '../../store/load-aggregates.ts'
import { loadOrganisation } from '../../store/load-organisation.ts'
import { openVersion } from '../../store/open-version.ts'
import type { HubTransaction } from '../database.ts'

/**
 * What a segment manager referred goes to the other leaders of the segment (INC-16): what waits already comes to them by
 * their next pull, as one version. Written as the hub writes; once the tables that it writes change, this has to say it
 * in SQL.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const tx = db as unknown as HubTransaction
  const index = await loadOrganisation(tx, 'alone')
  if (!index) return
  const { rows } = await sql<{ document: string }>`
    SELECT document FROM case_group WHERE document LIKE '%"state":"referred"%' ORDER BY id`.execute(db)
  const version = openVersion(tx, index, new Date().toISOString())
  await version.put(rows.map(({ document }) => JSON.parse(document) as CaseGroup))
  await version.put((await loadAggregates(tx)).filter(({ kind }) => kind === 'incident'))
  await version.finish()
}
