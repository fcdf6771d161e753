import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportRow } from '../../../hub/report/report.ts'
import { type ReportName, readReport } from '../../../hub/report/run-report.ts'

export const fixtures = join(import.meta.dirname, '../../fixtures')

/** The fields of each report that the page names; the hub may print more. */
const fields: Readonly<Record<ReportName, readonly string[]>> = {
  allocation: ['masterCaseNumber', 'currentSegment', 'rank', 'belongsTo', 'wouldMove', 'heldByLock'],
  orphans: ['masterCaseNumber', 'staffNumber', 'cause', 'leftOn', 'openServiceRequests', 'openPost'],
  'orphan-srs': ['srNumber', 'masterCaseNumber', 'kind', 'staffNumber', 'cause', 'leftOn'],
  locks: ['masterCaseNumber', 'since', 'noReason', 'pendingSegment', 'wouldMoveIfUnlocked', 'openWork'],
  drift: ['masterCaseNumber', 'field', 'ours', 'source', 'kind'],
  exceptions: ['file', 'key', 'column', 'kind'],
}

export const reportNames = Object.keys(fields) as ReportName[]

/** What the independent reading of the rules says of a report, one text a row, sorted. */
export async function expectedRows(folder: string, name: ReportName): Promise<string[]> {
  const text = await readFile(join(fixtures, folder, `${name}.ndjson`), 'utf8')
  const lines = text.split('\n').filter(line => line !== '')
  return lines.map(line => lineOf(JSON.parse(line), name)).sort()
}

/** What the hub says, in the same form. */
export async function reportedRows(databaseUrl: string, name: ReportName): Promise<string[]> {
  return (await reportOf(databaseUrl, name)).map(row => lineOf(row, name)).sort()
}

export async function reportOf(databaseUrl: string, name: ReportName): Promise<ReportRow[]> {
  const found: ReportRow[] = []
  await readReport(name, databaseUrl, async rows => {
    for await (const row of rows) found.push(row)
  })
  return found
}

const lineOf = (row: ReportRow, name: ReportName) => fields[name].map(field => `${row[field]}`).join(' | ')
