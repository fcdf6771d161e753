import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { importExtract } from '../../hub/import/import-extract.ts'
import { writeSample } from '../../hub/sample/write-sample.ts'
import { type Manager, moveIntoOneSegment } from '../bench/caseload/one-segment.ts'
import type { TestDatabase } from '../database-copy.ts'
import { fixtureExtract, hubDatabase } from './hub-databases.ts'

export type Row = Readonly<Record<string, string>>

/** A hub as `npm start` starts it, on a sample of its own, in a process of its own. */
export interface SampleHub {
  readonly url: URL
  /** A file of the extract that it was filled with. */
  rows(file: string): Promise<readonly Row[]>
  /** Asks its database. */
  query(statement: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
  /** A command of the hub, beside the hub that runs. */
  command(...args: readonly string[]): Promise<void>
  /** Imports one more extract, beside the hub that runs. */
  import(extract: string): Promise<void>
  stop(): Promise<void>
}

const project = resolve(import.meta.dirname, '../..')

export async function sampleHub(groups: number): Promise<SampleHub> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-hub-'))
  await writeSample({ groups, seed: 7, dir: folder })
  return filledWith(folder)
}

/** The same on the extract that the tests share. */
export async function fixtureHub(): Promise<SampleHub> {
  return hubOn(await hubDatabase('hub_filled'), fixtureExtract, [])
}

/** A caseload that one segment manager holds whole, and who she is. */
export async function oneSegmentHub(groups: number): Promise<SampleHub & { readonly manager: Manager }> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-hub-'))
  await writeSample({ groups, seed: 7, dir: folder })
  const manager = await moveIntoOneSegment(folder)
  return { ...(await filledWith(folder)), manager }
}

async function filledWith(extract: string): Promise<SampleHub> {
  const hub = await hubOn(await hubDatabase('hub_empty'), extract, ['--extract', extract])
  return {
    ...hub,
    async stop() {
      await hub.stop()
      await rm(extract, { recursive: true, force: true })
    },
  }
}

async function hubOn(
  database: TestDatabase,
  extract: string,
  filling: readonly string[],
): Promise<SampleHub> {
  const where = ['--database-url', database.url]
  const hub = spawn(process.execPath, ['build/start.ts', '--no-open', '--port', '0', ...where, ...filling], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await addressPrinted(hub.stdout)
  return {
    url,
    rows: async file => parse(await readFile(join(extract, `${file}.csv`)), { columns: true, bom: true }),
    async query(statement, values = []) {
      const client = new pg.Client({ connectionString: database.url })
      await client.connect()
      try {
        return (await client.query(statement, [...values])).rows
      } finally {
        await client.end()
      }
    },
    async command(...args) {
      await promisify(execFile)(process.execPath, ['hub/main.ts', ...args, ...where], { cwd: project })
    },
    async import(folder) {
      const now = new Date().toISOString()
      await importExtract({ folder, databaseUrl: database.url, now, progress: () => {} })
    },
    async stop() {
      hub.kill('SIGINT')
      await once(hub, 'exit')
      await database.drop()
    },
  }
}

async function addressPrinted(output: NodeJS.ReadableStream): Promise<URL> {
  let printed = ''
  for await (const chunk of output) {
    printed += chunk
    const address = /^Desk: (\S+)$/m.exec(printed)?.[1]
    if (address) {
      output.resume()
      return new URL(address)
    }
  }
  throw new Error(`The hub did not start: ${printed}`)
}
