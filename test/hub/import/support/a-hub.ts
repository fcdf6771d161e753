import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll } from 'vitest'
import { importExtract } from '../../../../hub/import/import-extract.ts'
import type { ImportResult } from '../../../../hub/import/import-result.ts'
import { Refusal } from '../../../../hub/import/refusal.ts'
import type { ReportRow } from '../../../../hub/report/report.ts'
import type { ReportName } from '../../../../hub/report/run-report.ts'
import type { CaseGroup } from '../../../../shared/domain/case-group.ts'
import { createTestDatabase } from '../../../postgres.ts'
import { reportOf } from '../expected.ts'
import { type Extract, type Files, filesOf } from './small-extract.ts'

const closing: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A folder of its own, gone when the tests of the file are. */
export async function folderOf(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'extract-'))
  closing.push(() => rm(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

/** A hub without data, for tests of the import. */
export async function anEmptyHub() {
  const database = await createTestDatabase()
  const client = new pg.Client({ connectionString: database.url })
  client.on('error', () => {})
  await client.connect()
  closing.push(() => client.end(), database.drop)
  const importFolder = (folder: string): Promise<ImportResult> =>
    importExtract({ folder, databaseUrl: database.url, now: '2026-11-22T06:00:00.000Z', progress: () => {} })

  return {
    url: database.url,
    client,
    importFolder,
    importFiles: async (files: Files) => importFolder(await folderOf(files)),
    import: async (extract: Extract) => importFolder(await folderOf(filesOf(extract))),
    report: (name: ReportName): Promise<ReportRow[]> => reportOf(database.url, name),
    /** What the exceptions say, without their words. */
    exceptions: async () =>
      (await reportOf(database.url, 'exceptions')).map(
        ({ file, key, column, kind }) => `${file} ${key} ${column}: ${kind}`,
      ),
    async group(id: string): Promise<CaseGroup> {
      const { rows } = await client.query('SELECT document FROM case_group WHERE id = $1', [id])
      return JSON.parse(rows[0]?.document ?? 'null') as CaseGroup
    },
    /** Everything that the hub keeps, to see that nothing has changed. */
    async everything(): Promise<string> {
      const tables = [
        'case_group',
        'organisation',
        'bucket',
        'audit',
        'extract',
        'hub_version',
        'data_exception',
      ]
      const texts: string[] = []
      for (const table of tables) {
        const { rows } = await client.query(`SELECT t::text AS row FROM ${table} t ORDER BY 1`)
        texts.push(...rows.map(({ row }) => row as string))
      }
      return texts.join('\n')
    },
  }
}

export type EmptyHub = Awaited<ReturnType<typeof anEmptyHub>>

/** The sentence with which something was refused. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  const problem = await work.then(
    () => undefined,
    found => found as unknown,
  )
  if (problem instanceof Refusal) return problem.message
  throw problem ?? new Error('It was not refused.')
}
