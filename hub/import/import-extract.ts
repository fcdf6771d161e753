import { migrate } from '../database/migrate.ts'
import { applyFacts } from './apply-facts.ts'
import { type ContentHash, startContentHash } from './content-hash.ts'
import { countsOfRepeat } from './count-files.ts'
import { type KnownExtract, lastExtract, refuseOlder, refuseOther, rememberExtract } from './extract-order.ts'
import type { ImportResult } from './import-result.ts'
import { countExceptions } from './keep-exceptions.ts'
import type { Manifest } from './organisation-from-source.ts'
import { type Progress, type Reading, readExtract } from './read-extract.ts'
import { readManifest } from './read-manifest.ts'
import { type ImportSession, openSession } from './session.ts'
import { takeIn } from './take-in.ts'

export interface ImportOptions {
  readonly folder: string
  readonly databaseUrl: string
  /** By the hub's clock. */
  readonly now: string
  readonly progress: Progress
}

/** Imports an extract whole or not at all, in one transaction and as one version of the hub (IMP-7). */
export async function importExtract(options: ImportOptions): Promise<ImportResult> {
  const content = startContentHash()
  const manifest = await readManifest(options.folder, content)
  await migrate(options.databaseUrl)
  const session = await openSession(options.databaseUrl)
  try {
    const last = await lastExtract(session.queries)
    refuseOlder(last, manifest.takenAt)
    return last?.takenAt === manifest.takenAt
      ? await repeat(session, { ...options, manifest, content }, last)
      : await importNew(session, options, { manifest, content, first: last === undefined })
  } finally {
    await session.close()
  }
}

// Of the same time as the last one, it is that one or it is refused: there is nothing to write either way.
async function repeat(session: ImportSession, reading: Reading, last: KnownExtract): Promise<ImportResult> {
  for await (const _ of readExtract(reading));
  refuseOther(last, reading.content.digest())
  return {
    takenAt: last.takenAt,
    again: true,
    files: countsOfRepeat(last.counts),
    moves: [],
    exceptions: await countExceptions(session.queries),
  }
}

interface NewExtract {
  readonly manifest: Manifest
  readonly content: ContentHash
  readonly first: boolean
}

function importNew(
  session: ImportSession,
  { now, ...options }: ImportOptions,
  extract: NewExtract,
): Promise<ImportResult> {
  const { queries, db } = session
  const { manifest, content } = extract
  return db.transaction().execute(async tx => {
    const files = await takeIn(session, { ...options, ...extract })
    const exceptions = await countExceptions(queries)
    const moves = await applyFacts(queries, tx, manifest, { files, exceptions }, now)
    await rememberExtract(queries, { manifest, content: content.digest(), files, now })
    return { takenAt: manifest.takenAt, again: false, files, moves, exceptions }
  })
}
