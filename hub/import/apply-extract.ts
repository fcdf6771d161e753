import { indexOrganisation } from '../../shared/domain/organisation-index.ts'
import type { HubTransaction } from '../database/database.ts'
import { loadOrganisation } from '../store/load-organisation.ts'
import { openVersion } from '../store/open-version.ts'
import { importEntry } from './audit-entries.ts'
import { countFiles } from './count-files.ts'
import { stagedFiles } from './extract-files.ts'
import { rememberExtract } from './extract-order.ts'
import { flagMissingGroups, forgetWhatIsGone } from './forget.ts'
import type { FileCounts, ImportResult } from './import-result.ts'
import { countExceptions, keepExceptions } from './keep-exceptions.ts'
import { markSensitive } from './mark-sensitive.ts'
import { createTouched, merge, sourceOf } from './merge.ts'
import { type Manifest, organisationFromSource } from './organisation-from-source.ts'
import type { ImportSession, Queries } from './session.ts'
import { touchDependents } from './touch-dependents.ts'
import { type Move, updateCaseGroups } from './update-case-groups.ts'

export interface StagedExtract {
  /** Whether there is none before it: nothing can be gone then. */
  readonly first: boolean
  readonly manifest: Manifest
  readonly content: Buffer
}

/** Applies a staged and judged extract in one transaction, as one version; a crash leaves what was there before. */
export async function applyExtract(
  { queries, db }: ImportSession,
  extract: StagedExtract,
  now: string,
): Promise<ImportResult> {
  const { takenAt } = extract.manifest
  return db.transaction().execute(async tx => {
    const files = await mergeFacts(queries, takenAt, extract.first)
    await keepExceptions(queries)
    const exceptions = await countExceptions(queries)
    const moves = await updateDocuments(queries, tx, extract.manifest, { files, exceptions }, now)
    await rememberExtract(queries, extract, files, now)
    return { takenAt, again: false, files, moves, exceptions }
  })
}

async function mergeFacts(queries: Queries, takenAt: string, first: boolean): Promise<readonly FileCounts[]> {
  await createTouched(queries)
  const merged = new Map<string, number>()
  for (const file of stagedFiles) merged.set(file.name, await merge(queries, file, takenAt))
  if (!first) await flagMissingGroups(queries)
  if (!first) await forgetWhatIsGone(queries)
  await markSensitive(queries)
  // After a first import nothing else has told the planner yet that these tables are large.
  await queries.query(`ANALYZE ${stagedFiles.map(({ name }) => sourceOf(name)).join(', ')}`)
  return countFiles(queries, merged)
}

interface Counts {
  readonly files: readonly FileCounts[]
  readonly exceptions: number
}

// The organisation is held alone from here on: no push meets an import half-way.
async function updateDocuments(
  queries: Queries,
  tx: HubTransaction,
  manifest: Manifest,
  { files, exceptions }: Counts,
  now: string,
): Promise<readonly Move[]> {
  const before = await loadOrganisation(tx, 'alone')
  const organisation = await organisationFromSource(queries, manifest)
  await touchDependents(queries, before?.organisation, organisation)
  const index = indexOrganisation(organisation)
  const version = openVersion(tx, index, now)
  await version.put([organisation])
  const { takenAt, source } = manifest
  const moves = await updateCaseGroups({ queries, tx, version, index, takenAt, now })
  const imported = files.reduce((sum, file) => sum + file.imported, 0)
  await version.audit([importEntry(source, { takenAt, imported, exceptions, moved: moves.length }, now)])
  await version.finish()
  return moves
}
