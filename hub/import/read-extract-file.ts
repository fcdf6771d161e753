import { type CheckedRow, checkRows } from './check-row.ts'
import type { ContentHash } from './content-hash.ts'
import type { ExtractFile } from './extract-files.ts'
import { type Header, readHeader } from './header.ts'
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
    const rows = header ? batch : batch.slice(1)
    header ??= readHeader(batch[0], file)
    content.addRows(rows, header)
    yield checkRows(rows, header, file)
  }
}
