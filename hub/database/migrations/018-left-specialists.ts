import { type Kysely, sql } from 'kysely'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { requestOrphaningOf } from '../../../shared/domain/orphan.ts'
import { loadOrganisation } from '../../store/load-organisation.ts'
import { openVersion } from '../../store/open-version.ts'
import type { HubTransaction } from '../database.ts'

/**
 * An orphaned specialist's request is with those who can give it to somebody (ORPH-2, ALLOC-12): those that are there already
 * come to them by their next pull, as one version. Written as the hub writes; once the tables that it writes change, this
 * has to say it in SQL.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const tx = db as unknown as HubTransaction
  const index = await loadOrganisation(tx, 'alone')
  if (!index) return
  const version = openVersion(tx, index, new Date().toISOString())
  for (let after = ''; ; ) {
    const { rows } = await sql<{ id: string; document: string }>`
      SELECT id, document FROM case_group WHERE id > ${after} AND document LIKE '%"functionally-unique"%'
      ORDER BY id LIMIT 400`.execute(db)
    const last = rows.at(-1)
    if (!last) break
    const groups = rows.map(({ document }) => JSON.parse(document) as CaseGroup)
    await version.put(groups.filter(group => hasLeft(group, index)))
    after = last.id
  }
  await version.finish()
}

const hasLeft = (group: CaseGroup, index: OrganisationIndex) =>
  group.serviceRequests.some(
    request => request.kind === 'functionally-unique' && requestOrphaningOf(request, group, index) !== null,
  )
