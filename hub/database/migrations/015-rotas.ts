import type { Kysely } from 'kysely'
import { loadAggregates } from '../../store/load-aggregates.ts'
import { loadOrganisation } from '../../store/load-organisation.ts'
import { openVersion } from '../../store/open-version.ts'
import type { HubTransaction } from '../database.ts'

/**
 * Who is away is known to all who work in the segment (INC-18): the rotas that are there come to them by their next
 * pull, as one version. Written as the hub writes; once the tables that it writes change, this has to say it in SQL.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const tx = db as unknown as HubTransaction
  const index = await loadOrganisation(tx, 'alone')
  if (!index) return
  const version = openVersion(tx, index, new Date().toISOString())
  await version.put((await loadAggregates(tx)).filter(({ kind }) => kind === 'rota'))
  await version.finish()
}
