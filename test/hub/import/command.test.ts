import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { fixtures } from './expected.ts'
import { anEmptyHub, type EmptyHub, folderOf } from './support/a-hub.ts'
import { change, filesOf, later, small } from './support/small-extract.ts'

const main = join(import.meta.dirname, '../../../hub/main.ts')

const start = (...args: string[]) => startFrom({}, ...args)

function startFrom(env: Readonly<Record<string, string>>, ...args: string[]) {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
}

const run = (...args: string[]) => runFrom({}, ...args)

async function runFrom(env: Readonly<Record<string, string>>, ...args: string[]) {
  const child = startFrom(env, ...args)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, err, code: code as number }
}

const objects = (ndjson: string) =>
  ndjson
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))

describe('the command line', () => {
  it('imports, says so for people and for programs, and reports', async () => {
    const hub = await anEmptyHub()
    const folder = await folderOf(
      filesOf(change(small, 'people', 'P1', { nino: 'nonsense', nationally_sensitive: 'Y' })),
    )
    const where = ['--database-url', hub.url]
    const first = await run('import', folder, ...where)
    expect(first).toMatchObject({ code: 0 })
    expect(first.err).toContain('people.csv: 6 rows\n')
    expect(first.out).toContain(
      'people.csv: 6 rows = 6 imported + 0 unchanged + 0 exceptions (1 went in without a value)\n',
    )
    expect(first.out).toContain(
      'Moved G1 from FS_GB_MAINT_OOO_MSR to FS_GB_CCLNT_OOO_SCR: nationally sensitive.\n',
    )
    expect(first.out).toContain('1 case groups moved, 1 data exceptions')

    const again = objects((await run('import', folder, '--json', ...where)).out)
    expect(again.find(({ kind }) => kind === 'import')).toEqual({
      kind: 'import',
      takenAt: '2026-11-20T18:00:00Z',
      again: true,
      exceptions: 1,
      moved: 0,
    })
    expect(again[0]).toMatchObject({ kind: 'file', file: 'manifest.csv', rows: 1, unchanged: 1 })
    expect(again.at(-1)).toEqual({
      kind: 'exception',
      exception: expect.not.objectContaining({ value: expect.anything() }),
    })

    const report = await run('report', 'exceptions', '--json', ...where)
    expect(objects(report.out)).toMatchObject([{ file: 'people.csv', key: 'P1', column: 'nino', line: 2 }])
    expect((await run('report', 'allocation', ...where)).out.split('\n')[0]).toBe(
      'masterCaseNumber\tcurrentSegment\trank\tbelongsTo\twouldMove\theldByLock\tobstacle',
    )
  })

  it('refuses in one sentence, and tells a wrong call from a wrong extract', async () => {
    const hub = await anEmptyHub()
    const where = ['--database-url', hub.url]
    const refusal = (code: number, err: RegExp) => ({ code, out: '', err: expect.stringMatching(err) })
    expect(await run('report', 'locks', ...where)).toEqual(
      refusal(1, /^The hub is empty: import an extract first\.\n$/),
    )
    expect(await run('import', '/nowhere', ...where)).toEqual(
      refusal(1, /^There is no folder \/nowhere, .*\n$/),
    )
    expect(await run('import', 'x', '--database-url', 'postgres://desk@127.0.0.1:1/desk')).toEqual(
      refusal(1, /^There is no folder .*\n$/),
    )
    expect(await run('report', 'locks', '--database-url', 'postgres://desk@127.0.0.1:1/desk')).toEqual(
      refusal(1, /^The database cannot be reached \(ECONNREFUSED\)\.\n$/),
    )
    for (const args of [
      [],
      ['import'],
      ['report', 'nonsense'],
      // It has no clocks.
      ['report', 'orphans', '--at', '2026-11-20T09:00'],
      ['dance', 'now'],
      ['import', 'x', '--no-such'],
    ])
      expect((await run(...args)).code).toBe(2)
  })

  it('BOM-5 bom check needs no database: a summary or every fault, and a verdict to tell by', async () => {
    const sound = await folderOf(filesOf(small))
    expect(await run('bom', 'check', sound)).toEqual({
      code: 0,
      err: '',
      out: expect.stringMatching(
        /^The BOM of CMS2012 can be used from 1 April 2026: 3 regions and 8 segments\.\n/,
      ),
    })
    expect(objects((await run('bom', 'check', sound, '--json')).out).at(-1)).toEqual({
      kind: 'bom',
      usable: true,
      source: 'CMS2012',
      effectiveFrom: '2026-04-01',
      faults: 0,
    })
    const bad = await folderOf(
      filesOf(change(small, 'segments', 'FS_GB_ENFMT_OOO_ELC', { segment_name: 'ELC', regions: 'North' })),
    )
    const verdict = 'This BOM cannot be used: 2 faults; an import would refuse it.\n'
    expect(await run('bom', 'check', bad)).toMatchObject({ code: 1, err: verdict })
    const said = await run('bom', 'check', bad, '--json')
    expect(said).toMatchObject({ code: 1, err: verdict })
    expect(objects(said.out)).toMatchObject([
      { kind: 'fault', file: 'segments.csv', line: 4 },
      { kind: 'fault', file: 'regions.csv', line: 3 },
      { kind: 'bom', usable: false, faults: 2 },
    ])
    expect(await run('bom', 'check', '/nowhere')).toMatchObject({
      code: 1,
      out: '',
      err: 'There is no folder /nowhere, so nothing was checked.\n',
    })
    for (const args of [['bom'], ['bom', 'check'], ['bom', 'mend', sound], ['bom', 'check', sound, sound]])
      expect((await run(...args)).code).toBe(2)
  })

  it('keeps its own database in a folder, named from where the person stands', async () => {
    const here = await folderOf({})
    const folder = join(here, 'extract')
    await mkdir(folder)
    for (const [name, content] of Object.entries(filesOf(small))) await writeFile(join(folder, name), content)
    const from = { INIT_CWD: here }
    expect(await runFrom(from, 'import', 'extract', '--data', 'hub')).toMatchObject({ code: 0 })
    const { out } = await runFrom(from, 'report', 'allocation', '--json', '--data', 'hub')
    expect(objects(out).map(({ masterCaseNumber }) => masterCaseNumber)).toEqual(['G1', 'G2', 'G3'])
  })

  it('does not run two imports at once', async () => {
    const hub = await anEmptyHub()
    const folder = await folderOf(filesOf(small))
    await hub.client.query('SELECT pg_advisory_lock(7206113)')
    expect((await run('import', folder, '--database-url', hub.url)).err).toMatch(/^Another import is running/)
  })
})

describe('IMP-7 a crash in the middle leaves what was there before', () => {
  it('when the import is killed while it writes', async () => {
    const hub = await anEmptyHub()
    await hub.importFolder(join(fixtures, 'extract'))
    const before = await hub.everything()
    const child = start('import', join(fixtures, 'extract-next'), '--database-url', hub.url)
    await writing(hub)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await ended(hub)
    expect(await hub.everything()).toBe(before)
    expect((await run('import', join(fixtures, 'extract-next'), '--database-url', hub.url)).code).toBe(0)
    expect(await hub.everything()).not.toBe(before)
  })

  it('when the connection breaks', async () => {
    const hub = await anEmptyHub()
    await hub.import(small)
    const before = await hub.everything()
    const breaking = run('import', join(fixtures, 'extract-next'), '--database-url', hub.url)
    await writing(hub)
    await hub.client.query(`SELECT pg_terminate_backend(pid) ${importing}`)
    const { code, err } = await breaking
    expect({ code, last: err.trim().split('\n').at(-1) }).toEqual({
      code: 1,
      last: expect.stringMatching(/^The connection to the database broke/),
    })
    expect(await hub.everything()).toBe(before)
    await hub.import(later(small))
  })
})

// The import's own session, in its transaction.
const importing = `FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
  AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = 7206113)`

async function writing(hub: EmptyHub): Promise<void> {
  const sql = `SELECT 1 ${importing} AND xact_start IS NOT NULL AND query ILIKE '%source_activities%'`
  while ((await hub.client.query(sql)).rowCount === 0) await sleep(2)
}

async function ended(hub: EmptyHub): Promise<void> {
  while ((await hub.client.query(`SELECT 1 ${importing}`)).rowCount !== 0) await sleep(10)
}
