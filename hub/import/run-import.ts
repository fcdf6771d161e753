import type { ReportRow } from '../report/report.ts'
import { readReport } from '../report/run-report.ts'
import { importExtract } from './import-extract.ts'
import { exceptionAsJson, exceptionAsText, importAsJson, importAsText, showProgress } from './print-import.ts'

/** The command `import`: progress on standard error; what it led to, and its exceptions, on standard output. */
export async function runImport(folder: string, databaseUrl: string, json: boolean): Promise<void> {
  const now = new Date().toISOString()
  const result = await importExtract({ folder, databaseUrl, now, progress: showProgress })
  process.stdout.write(json ? importAsJson(result) : importAsText(result))
  const print = async (rows: AsyncIterable<ReportRow>) => {
    for await (const row of rows) process.stdout.write(json ? exceptionAsJson(row) : exceptionAsText(row))
  }
  await readReport('exceptions', databaseUrl, print, now)
}
