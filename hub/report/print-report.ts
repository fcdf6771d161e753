import { once } from 'node:events'
import type { ReportRow, ReportValue } from './report.ts'

/** Writes rows to standard output as they come: objects, one a line, or columns to read. */
export async function printReport(
  rows: AsyncIterable<ReportRow> | Iterable<ReportRow>,
  json: boolean,
): Promise<void> {
  let header = !json
  for await (const row of rows) {
    if (header) await write(Object.keys(row).join('\t'))
    header = false
    await write(json ? JSON.stringify(row) : Object.values(row).map(plain).join('\t'))
  }
}

async function write(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}

// A line and its columns stay in their places, and a terminal obeys nothing that an extract says.
const plain = (value: ReportValue) =>
  String(value ?? '').replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ')
