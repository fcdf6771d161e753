import { type CheckedRow, checkRow } from './check-row.ts'
import type { ContentHash } from './content-hash.ts'
import type { ExtractFile } from './extract-files.ts'
import { type Header, place, readHeader } from './header.ts'
import { readRows } from './read-rows.ts'

/** The rows of one file of an extract in batches, each row judged by itself. */
export async function* readExtractFile(
  folder: string,
  file: ExtractFile,
  content: ContentHash,
): AsyncGenerator<CheckedRow[]> {
  let header: Header | undefined
  content.startFile(file.name)
  for await (const batch of readRows(folder, `${file.name}.csv`)) {
    const below = header ? batch : batch.slice(1)
    const known = header ?? readHeader(batch[0], file)
    header = known
    const rows = below.map(row => place(row, known))
    content.addRows(rows)
    yield rows.map(row => checkRow(row, known, file))
  }
}
