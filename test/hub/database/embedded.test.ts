import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEmbedded } from '../../../hub/database/embedded.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-embedded-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the embedded PostgreSQL', () => {
  it('is made with British English order, UTF-8, checksums and fsync', async () => {
    const database = await openEmbedded(folder)
    const [made] = await query(
      database.url,
      `SELECT current_database() AS name, datlocale AS locale, pg_encoding_to_char(encoding) AS encoding,
         current_setting('data_checksums') AS checksums, current_setting('fsync') AS fsync
       FROM pg_database WHERE datname = current_database()`,
    )
    expect(made).toEqual({ name: 'desk', locale: 'en-GB', encoding: 'UTF8', checksums: 'on', fsync: 'on' })
    const sorted = await query(
      database.url,
      "SELECT name FROM (VALUES ('Zoe'), ('éa'), ('adam')) AS t(name) ORDER BY name",
    )
    expect(sorted.map(row => row.name)).toEqual(['adam', 'éa', 'Zoe'])
    await database.stop()
  })

  it('keeps its data when it is opened again', async () => {
    await write(folder, 'CREATE TABLE kept AS SELECT 42 AS answer')
    expect(await write(folder, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  })

  it('lets nobody in without the password and keeps that in a closed file', async () => {
    const database = await openEmbedded(folder)
    await expect(query(database.url.replace(/:[0-9a-f]{48}@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(
      'password',
    )
    const { mode } = await stat(join(folder, 'postgres/desk-password'))
    expect(mode & 0o077).toBe(0)
    await database.stop()
  })

  it('is joined by a second user and stopped by the last', async () => {
    const first = await openEmbedded(folder)
    const second = await openEmbedded(folder)
    expect(second.url).toBe(first.url)
    await first.stop()
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await second.stop()
    await expect(query(second.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
  })

  it('is made once when several open it at the same moment', async () => {
    const all = await Promise.all([1, 2, 3].map(() => openEmbedded(folder)))
    expect(new Set(all.map(database => database.url)).size).toBe(1)
    await Promise.all(all.map(database => database.stop()))
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
  })

  it('loses nothing when the hub is killed, and the next user stops it', async () => {
    const hub = startUser(folder)
    const url = await firstLine(hub)
    await query(url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await kill(hub)
    const next = await openEmbedded(folder)
    expect(next.url).toBe(url)
    expect(await query(next.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
    await next.stop()
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
  })

  it('recovers when hub and server are killed together', async () => {
    const hub = startUser(folder)
    await query(await firstLine(hub), 'CREATE TABLE kept AS SELECT 42 AS answer')
    process.kill(await serverPid(), 'SIGKILL')
    await kill(hub)
    expect(await write(folder, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  })

  it('starts although its old process number now belongs to another process', async () => {
    const database = await openEmbedded(folder)
    const left = (await readFile(pidFile())).toString().split('\n').slice(1)
    await database.stop()
    await writeFile(pidFile(), [process.pid, ...left].join('\n'), { mode: 0o600 })
    expect(await write(folder, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('starts although that process looks like a PostgreSQL too, as any does on Windows', async () => {
    const database = await openEmbedded(folder)
    const left = (await readFile(pidFile())).toString().split('\n').slice(1)
    await database.stop()
    const other = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)', 'postgres'])
    await writeFile(pidFile(), [other.pid, ...left].join('\n'), { mode: 0o600 })
    expect(await write(folder, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await kill(other)
  })

  it('works below a folder that is closed to everybody else', async () => {
    const closed = join(folder, 'closed')
    await mkdir(closed)
    await chmod(closed, 0o700)
    expect(await write(join(closed, 'data'), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })
})

const pidFile = () => join(folder, 'postgres/postmaster.pid')

async function serverPid(): Promise<number> {
  return Number((await readFile(pidFile(), 'utf8')).split('\n')[0])
}

async function write(dataDir: string, statement: string) {
  const database = await openEmbedded(dataDir)
  try {
    return await query(database.url, statement)
  } finally {
    await database.stop()
  }
}

async function query(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

/** Another process that opens the database, says where, and stays. */
function startUser(dataDir: string): ChildProcess {
  const module = resolve(import.meta.dirname, '../../../hub/database/embedded.ts')
  const program = `const { openEmbedded } = await import(${JSON.stringify(module)})
    console.log((await openEmbedded(${JSON.stringify(dataDir)})).url)`
  return spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function firstLine(user: ChildProcess): Promise<string> {
  const [chunk] = await once(user.stdout as NodeJS.EventEmitter, 'data')
  return String(chunk).trim()
}

async function kill(user: ChildProcess): Promise<void> {
  user.kill('SIGKILL')
  await once(user, 'exit')
}
