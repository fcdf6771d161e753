import { type CheckedRow, checkRow } from './check-row.ts'
import type { ContentHash } from './content-hash.ts'
import type { ExtractFile } from './extract-files.ts'
import { readHeader } from './header.ts'
import { readRows } from './read-rows.ts'

/** The rows of one file of an extract, each judged by itself. */
export async function* readExtractFile(
  folder: string,
  file: ExtractFile,
  content: ContentHash,
): AsyncGenerator<CheckedRow> {
  const rows = readRows(folder, `${file.name}.csv`)
  const first = await rows.next()
  const header = readHeader(first.done ? undefined : first.value, file)
  content.startFile(file.name)
  for await (const row of rows) {
    content.addRow(row, header)
    yield checkRow(row, header, file)
  }
}
