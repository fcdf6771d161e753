import { importExtract } from './import-extract.ts'
import { importAsJson, importAsText, showProgress } from './print-import.ts'

/** The command `import`: progress on standard error, what it led to on standard output. */
export async function runImport(folder: string, databaseUrl: string, json: boolean): Promise<void> {
  const now = new Date().toISOString()
  const result = await importExtract({ folder, databaseUrl, now, progress: showProgress })
  process.stdout.write(json ? importAsJson(result) : importAsText(result))
}
