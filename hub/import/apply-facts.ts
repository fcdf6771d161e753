import { indexOrganisation } from '../../shared/domain/organisation-index.ts'
import type { HubTransaction } from '../database/database.ts'
import { loadOrganisation } from '../store/load-organisation.ts'
import { openVersion } from '../store/open-version.ts'
import { importEntry } from './audit-entries.ts'
import type { ImportResult } from './import-result.ts'
import { type Manifest, organisationFromSource } from './organisation-from-source.ts'
import type { Queries } from './session.ts'
import { touchDependents } from './touch-dependents.ts'
import { type Move, updateCaseGroups } from './update-case-groups.ts'

/**
 * Brings the documents up to the facts that were taken in, as one version. The organisation is held alone from
 * here on: no push meets an import half-way.
 */
export async function applyFacts(
  queries: Queries,
  tx: HubTransaction,
  manifest: Manifest,
  { files, exceptions }: Pick<ImportResult, 'files' | 'exceptions'>,
  now: string,
): Promise<readonly Move[]> {
  const before = await loadOrganisation(tx, 'alone')
  const organisation = await organisationFromSource(queries, manifest)
  await touchDependents(queries, before?.organisation, organisation)
  const index = indexOrganisation(organisation)
  const version = openVersion(tx, index, now)
  await version.put([organisation])
  const { takenAt, source } = manifest
  const moves = await updateCaseGroups({ queries, tx, version, index, takenAt, system: source, now })
  const imported = files.reduce((sum, file) => sum + file.imported, 0)
  await version.audit([importEntry(source, { takenAt, imported, exceptions, moved: moves.length }, now)])
  await version.finish()
  return moves
}
