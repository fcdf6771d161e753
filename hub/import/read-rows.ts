import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { UnusableFile } from './refusal.ts'
import { onlyUtf8 } from './utf8-guard.ts'

export interface RawRow {
  /** Of the row's first line in the file. */
  readonly line: number
  readonly fields: readonly string[]
}

const CHUNK = 1 << 18

/** Beyond this a row is no row: a quote that never closes, or something that is no extract. */
const LONGEST_ROW = 1 << 20

// A turn of the event loop for each row would cost more than reading it; in characters, so that long rows do not
// pile up.
const BATCH = 1 << 16

/** The rows of a CSV file in batches, its header first; lines with nothing on them are no rows (RFC 4180). */
export async function* readRows(folder: string, file: string): AsyncGenerator<RawRow[]> {
  // Counted while parsing, so that a problem is told with its own line, however many rows wait to be taken.
  let line = 1
  const parser = parse({
    bom: true,
    columns: false,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
    on_record(fields: string[]) {
      const first = line
      line += 1 + lineBreaksIn(fields)
      const row: RawRow | null = fields.length > 1 || fields[0] !== '' ? { line: first, fields } : null
      // What it returns is what the parser passes on; its types know rows of texts only.
      return row as unknown as string[]
    },
  })
  const bytes = createReadStream(join(folder, file), { highWaterMark: CHUNK })
  const reading = pipeline(bytes, source => onlyUtf8(source, file), parser)
  // The problem reaches us through the parser's iterator; the promise only repeats it.
  reading.catch(() => {})
  try {
    yield* batchesOf(parser)
    await reading
  } catch (problem) {
    throw explained(problem, file, line)
  }
}

async function* batchesOf(rows: AsyncIterable<RawRow>): AsyncGenerator<RawRow[]> {
  let batch: RawRow[] = []
  let size = 0
  for await (const row of rows) {
    batch.push(row)
    for (const field of row.fields) size += field.length
    if (size < BATCH) continue
    yield batch
    batch = []
    size = 0
  }
  yield batch
}

function lineBreaksIn(fields: readonly string[]): number {
  let count = 0
  for (const field of fields) {
    for (let at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) count++
  }
  return count
}

function explained(problem: unknown, file: string, line: number): unknown {
  if (problem instanceof CsvError) return new UnusableFile({ file, line, fault: inWords(problem) })
  const fault = unreadable[(problem as NodeJS.ErrnoException).code ?? '']
  return fault === undefined ? problem : new UnusableFile({ file, line: null, fault })
}

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'is missing from the folder',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read by this user',
  EPERM: 'may not be read by this user',
}

function inWords({ code }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return 'a quote is opened in the row that starts there and never closed'
  if (code === 'CSV_MAX_RECORD_SIZE')
    return 'the row that starts there is longer than 1 MB; a quote may be open'
  return 'a quote stands in the middle of a value there; one may not be closed'
}
