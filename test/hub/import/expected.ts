import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportRow } from '../../../hub/report/report.ts'
import { type ReportName, readReport } from '../../../hub/report/run-report.ts'

export const fixtures = join(import.meta.dirname, '../../fixtures')

/** The fields of each report that the page names; the hub may print more. */
const fields = {
  allocation: ['masterCaseNumber', 'currentSegment', 'rank', 'belongsTo', 'wouldMove', 'heldByLock'],
  orphans: ['masterCaseNumber', 'staffNumber', 'cause', 'leftOn', 'openServiceRequests', 'openPost'],
  'orphan-srs': ['srNumber', 'masterCaseNumber', 'kind', 'staffNumber', 'cause', 'leftOn'],
  locks: ['masterCaseNumber', 'since', 'noReason', 'pendingSegment', 'wouldMoveIfUnlocked', 'openWork'],
  drift: ['masterCaseNumber', 'field', 'ours', 'source', 'kind'],
  exceptions: ['file', 'key', 'column', 'kind'],
} satisfies Partial<Record<ReportName, readonly string[]>>

/** Those that are the same of every extract: nothing in them was done here. */
export type ExpectedReport = keyof typeof fields

export const reportNames = Object.keys(fields) as ExpectedReport[]

/** What the independent reading of the rules says of a report, one text a row, sorted. */
export async function expectedRows(folder: string, name: ExpectedReport): Promise<string[]> {
  const text = await readFile(join(fixtures, folder, `${name}.ndjson`), 'utf8')
  const lines = text.split('\n').filter(line => line !== '')
  return lines.map(line => lineOf(JSON.parse(line), name)).sort()
}

/** What the hub says, in the same form. */
export async function reportedRows(databaseUrl: string, name: ExpectedReport): Promise<string[]> {
  return (await reportOf(databaseUrl, name)).map(row => lineOf(row, name)).sort()
}

export async function reportOf(
  databaseUrl: string,
  name: ReportName,
  asOf: string | null = '2026-11-22T06:00:00.000Z',
): Promise<ReportRow[]> {
  const found: ReportRow[] = []
  const keep = async (rows: AsyncIterable<ReportRow>) => {
    for await (const row of rows) found.push(row)
  }
  await readReport(name, databaseUrl, keep, asOf)
  return found
}

const lineOf = (row: ReportRow, name: ExpectedReport) =>
  fields[name].map(field => `${row[field]}`).join(' | ')
