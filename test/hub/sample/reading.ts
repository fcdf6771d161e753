import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { readTables } from '../../../hub/sample/table-files.ts'
import { type Rows, tableNames } from '../../../hub/sample/tables.ts'
import { type SampleOptions, writeSample } from '../../../hub/sample/write-sample.ts'

export type Sample = Readonly<Rows>

/** A sample written to a folder that is gone when the tests of the file are. */
export async function sampleDir(options: Omit<SampleOptions, 'dir'>): Promise<string> {
  const dir = await emptyDir()
  await writeSample({ ...options, dir })
  return dir
}

export async function sampleOf(options: Omit<SampleOptions, 'dir'>): Promise<Sample> {
  return await readTables(await sampleDir(options))
}

const made: string[] = []
afterAll(() => Promise.all(made.splice(0).map(dir => rm(dir, { recursive: true }))))

export async function emptyDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'sample-'))
  made.push(dir)
  return dir
}

export async function textsOf(dir: string): Promise<string[]> {
  return await Promise.all(tableNames.map(table => readFile(join(dir, `${table}.csv`), 'utf8')))
}
