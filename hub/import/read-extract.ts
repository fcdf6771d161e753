import type { CheckedRow } from './check-row.ts'
import type { ContentHash } from './content-hash.ts'
import { copyText } from './copy-text.ts'
import { type FileName, stagedFiles } from './extract-files.ts'
import type { Manifest } from './organisation-from-source.ts'
import { readExtractFile } from './read-extract-file.ts'
import { refuseBomFaults } from './refuse-bom-faults.ts'

/** Called as the rows of a file are read, and with `done` when all are. */
export type Progress = (file: string, rows: number, done: boolean) => void

export interface Reading {
  readonly folder: string
  readonly manifest: Manifest
  readonly content: ContentHash
  readonly progress: Progress
}

/** Text for the stage of a file, or that the file is at its end. */
export type Piece = { readonly file: FileName; readonly text: string } | { readonly endOf: FileName }

const SAID_EVERY = 100_000

/** All rows of an extract, file after file; of one whose BOM cannot be used, no further than that (IMP-7). */
export async function* readExtract({ folder, manifest, content, progress }: Reading): AsyncGenerator<Piece> {
  const bom = { regions: [] as CheckedRow[], segments: [] as CheckedRow[] }
  for (const file of stagedFiles) {
    let rows = 0
    let said = 0
    for await (const batch of readExtractFile(folder, file, content)) {
      if (file.name === 'regions' || file.name === 'segments') bom[file.name].push(...batch)
      yield { file: file.name, text: copyText(batch) }
      rows += batch.length
      if (rows - said < SAID_EVERY) continue
      progress(`${file.name}.csv`, rows, false)
      said = rows
    }
    if (file.name === 'segments') refuseBomFaults(manifest, bom)
    progress(`${file.name}.csv`, rows, true)
    yield { endOf: file.name }
  }
}

/** The texts of the file that comes next; the pieces of later files are left where they are. */
export async function* textsOfNextFile(pieces: AsyncIterator<Piece>): AsyncGenerator<string> {
  for (;;) {
    const { value, done } = await pieces.next()
    if (done || 'endOf' in value) return
    yield value.text
  }
}
