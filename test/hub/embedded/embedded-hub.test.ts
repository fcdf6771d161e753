import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildHub } from '../../../build/build-hub.ts'
import { project } from '../../../build/project.ts'
import { startEmbeddedHub } from '../../../electron/embedded-hub.ts'
import { utilityProcess } from '../../electron-stand-in/utility-process.ts'

let folder: string

beforeAll(async () => {
  await buildHub()
  folder = await mkdtemp(join(tmpdir(), 'desk-embedded-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const where = { entry: join(project, 'dist/hub/main.js'), postgres: null, sample: 200 }
const start = (entry = where.entry) =>
  startEmbeddedHub(utilityProcess, { ...where, entry, data: join(folder, 'data') }, () => {})

/** Of the PostgreSQL that runs on a folder; it takes the file away when it ends. */
const pidOf = (data: string) => readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8')

async function people(url: URL): Promise<unknown> {
  const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"words":""}' }
  return (await fetch(new URL('/demo/people', url), asked)).json()
}

describe('the hub of this computer', () => {
  it('has a sample caseload at its first start, the same at the next, and stops when it is told to', async () => {
    const first = start()
    const before = await people(await first.url)
    expect(JSON.stringify(before)).toContain('staffNumber')
    await first.stop()
    await expect(fetch(await first.url)).rejects.toThrow()
    const second = start()
    expect(await people(await second.url)).toEqual(before)
    await second.stop()
  })

  it('that is told to stop while it starts leaves no PostgreSQL behind', async () => {
    const data = join(folder, 'quick')
    const hub = startEmbeddedHub(utilityProcess, { ...where, data }, () => {})
    const never = expect(hub.url).rejects.toThrow('end')
    await vi.waitFor(() => pidOf(data), { timeout: 30_000, interval: 20 })
    await hub.stop()
    await never
    expect(() => pidOf(data)).toThrow('ENOENT')
  })

  it('whose PostgreSQL ends is said to have ended, and is there again at the same place', async () => {
    const data = join(folder, 'data')
    const ended = vi.fn()
    const hub = startEmbeddedHub(utilityProcess, { ...where, data }, ended)
    const url = await hub.url
    const before = await people(url)
    process.kill(Number(pidOf(data).split('\n')[0]), 'SIGQUIT')
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce(), { timeout: 30_000, interval: 50 })
    const again = async () => expect(await people(url)).toEqual(before)
    await vi.waitFor(again, { timeout: 60_000, interval: 200 })
    await hub.stop()
    expect(ended).toHaveBeenCalledOnce()
    expect(() => pidOf(data)).toThrow('ENOENT')
  })

  it('that cannot start says so in a sentence', async () => {
    await expect(start(join(folder, 'no such hub.js')).url).rejects.toThrow('ended before it listened')
  })
})
