import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

const start = (entry = join(project, 'dist/hub/main.js')) =>
  startEmbeddedHub(utilityProcess, { entry, data: join(folder, 'data'), postgres: null, sample: 200 })

async function people(url: URL): Promise<unknown> {
  const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"words":""}' }
  return (await fetch(new URL('/demo/people', url), asked)).json()
}

describe('the hub of this computer', () => {
  it('has a sample caseload at its first start, the same at the next, and stops when it is told to', async () => {
    const first = await start()
    const before = await people(first.url)
    expect(JSON.stringify(before)).toContain('staffNumber')
    await first.stop()
    await expect(fetch(first.url)).rejects.toThrow()
    const second = await start()
    expect(await people(second.url)).toEqual(before)
    await second.stop()
  })

  it('that cannot start says so in a sentence', async () => {
    await expect(start(join(folder, 'no such hub.js'))).rejects.toThrow('ended before it listened')
  })
})
