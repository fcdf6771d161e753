import { migrate } from '../database/migrate.ts'
import { applyExtract } from './apply-extract.ts'
import { type ContentHash, startContentHash } from './content-hash.ts'
import { countsOfRepeat } from './count-files.ts'
import { type ExtractFile, stagedFiles } from './extract-files.ts'
import { isSameExtract, lastExtract, refuseOlder } from './extract-order.ts'
import type { ImportResult } from './import-result.ts'
import { createFaults, judge } from './judge.ts'
import { countExceptions } from './keep-exceptions.ts'
import { readExtractFile } from './read-extract-file.ts'
import { readManifest } from './read-manifest.ts'
import { refuseBomFaults } from './refuse-bom-faults.ts'
import { type ImportSession, openSession } from './session.ts'
import { createStage, fillStage, stageOf } from './staging.ts'

/** Called as the rows of a file are read, and with `done` when all are. */
export type Progress = (file: string, rows: number, done: boolean) => void

export interface ImportOptions {
  readonly folder: string
  readonly databaseUrl: string
  /** By the hub's clock. */
  readonly now: string
  readonly progress: Progress
}

/**
 * Imports an extract whole or not at all. Whatever can be refused or found wanting is found in staging tables,
 * without holding anybody up; then the differences are applied in one transaction (IMP-7).
 */
export async function importExtract(options: ImportOptions): Promise<ImportResult> {
  const content = startContentHash()
  const manifest = await readManifest(options.folder, content)
  await migrate(options.databaseUrl)
  const session = await openSession(options.databaseUrl)
  const { queries } = session
  try {
    const last = await lastExtract(queries)
    refuseOlder(last, manifest.takenAt)
    await stage(session, options, content)
    const extract = { manifest, content: content.digest(), first: last === undefined }
    if (last && isSameExtract(last, manifest.takenAt, extract.content)) {
      const files = countsOfRepeat(last.counts)
      return {
        takenAt: last.takenAt,
        again: true,
        files,
        moves: [],
        exceptions: await countExceptions(queries),
      }
    }
    await createFaults(queries)
    for (const file of stagedFiles) await judge(queries, file)
    await refuseBomFaults(queries, manifest)
    return await applyExtract(session, extract, options.now)
  } finally {
    await session.close()
  }
}

async function stage(
  { queries, copying }: ImportSession,
  { folder, progress }: ImportOptions,
  content: ContentHash,
): Promise<void> {
  for (const file of stagedFiles) {
    await createStage(queries, file)
    await fillStage(copying, file, counted(readExtractFile(folder, file, content), file, progress))
    await queries.query(`ANALYZE ${stageOf(file.name)}`)
  }
}

const SAID_EVERY = 100_000

async function* counted<Row>(
  batches: AsyncIterable<readonly Row[]>,
  file: ExtractFile,
  progress: Progress,
): AsyncGenerator<readonly Row[]> {
  let count = 0
  let said = 0
  for await (const rows of batches) {
    count += rows.length
    yield rows
    if (count - said < SAID_EVERY) continue
    said = count
    progress(`${file.name}.csv`, count, false)
  }
  progress(`${file.name}.csv`, count, true)
}
