import { countFiles } from './count-files.ts'
import { type ExtractFile, stagedFiles } from './extract-files.ts'
import { withoutIndexes } from './first-load.ts'
import type { FileCounts } from './import-result.ts'
import { createFaults, judge } from './judge.ts'
import { keepExceptions } from './keep-exceptions.ts'
import { markSensitive } from './mark-sensitive.ts'
import { createTouched, fill, merge, sourceOf, touchAll } from './merge.ts'
import { readAhead } from './read-ahead.ts'
import { type Reading, readExtract, textsOfNextFile } from './read-extract.ts'
import { reviseWhatIsMissing } from './revise-missing.ts'
import type { ImportSession, Queries } from './session.ts'
import { fillStage } from './staging.ts'

export interface Extract extends Reading {
  /** Whether there is none before it: nothing can be gone then. */
  readonly first: boolean
}

/**
 * Takes the facts of an extract into the source's tables: stages, judges and merges file by file. Later files are
 * read while the database is busy with earlier ones.
 */
export async function takeIn(session: ImportSession, extract: Extract): Promise<readonly FileCounts[]> {
  const { queries } = session
  await createFaults(queries)
  await createTouched(queries)
  const merged = await mergeFiles(session, extract)
  if (extract.first) await touchAll(queries)
  else await reviseWhatIsMissing(queries)
  await markSensitive(queries)
  await keepExceptions(queries)
  // After a first import nothing else has told the planner yet that these tables are large.
  await queries.query(`ANALYZE ${stagedFiles.map(({ name }) => sourceOf(name)).join(', ')}`)
  return countFiles(queries, merged)
}

// Some megabytes of text.
const AHEAD = 64

async function mergeFiles(session: ImportSession, extract: Extract): Promise<ReadonlyMap<string, number>> {
  const { queries } = session
  const merged = new Map<string, number>()
  const pieces = readAhead(readExtract(extract), AHEAD)
  try {
    for (const file of stagedFiles) {
      await fillStage(session, file, textsOfNextFile(pieces))
      await judge(queries, file)
      merged.set(file.name, await takeOver(queries, file, extract))
    }
  } finally {
    await pieces.return(undefined)
  }
  return merged
}

async function takeOver(queries: Queries, file: ExtractFile, { first, manifest }: Extract): Promise<number> {
  if (!first) return merge(queries, file, manifest.takenAt)
  const putIndexesBack = await withoutIndexes(queries, file.name)
  const rows = await fill(queries, file, manifest.takenAt)
  await putIndexesBack()
  return rows
}
