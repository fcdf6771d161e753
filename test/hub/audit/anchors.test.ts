import { execFileSync } from 'node:child_process'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openAnchors } from '../../../hub/audit/keep-anchors.ts'
import { runVerifyAudit } from '../../../hub/audit/run-verify-audit.ts'
import { openLog } from '../../../hub/operations/log.ts'
import { startHub } from '../../../hub/serve.ts'
import { markDevice } from '../../../hub/session/devices.ts'
import { signIn } from '../support/a-client.ts'
import { aHub, NOW, type TestHub } from '../support/a-hub.ts'
import { rewriteTrail, tamperWith } from '../support/a-tampered-trail.ts'

const DEVICE = '6e6bb3f6-2a85-4f0c-b0a4-3f4c2a0f3c11'

let hub: TestHub
let folder: string
let file: string

beforeEach(async () => {
  hub = await aHub()
  folder = await mkdtemp(join(tmpdir(), 'desk-noted-'))
  file = join(folder, 'ends')
  await signIn(hub.app, 'N1-lead', DEVICE)
  await somethingHappens()
  vi.spyOn(console, 'log').mockReturnValue()
})
afterEach(async () => {
  await hub.close()
  await rm(folder, { recursive: true })
})

/** One entry more. */
const somethingHappens = () => markDevice(hub.database, DEVICE, 'allow', NOW)
const verify = (first = false) => runVerifyAudit(hub.url, { end: undefined, file, first }, true)
const ends = async () => (await readFile(file, 'utf8')).split('\n')
const numbers = async () => (await ends()).map(line => line.split(':')[0])

describe('ACC-5: the ends of the audit trail that verify-audit notes in a file', () => {
  it('are begun when that is said, and the trail is held to all of them', async () => {
    await verify(true)
    await somethingHappens()
    await verify()
    expect(await numbers()).toEqual(['1', '2', ''])
    const before = await ends()
    await rewriteTrail(hub.database)
    await expect(verify()).rejects.toThrow('is not the one that was noted')
    expect(await ends()).toEqual(before)
  })

  it('are missed when the file was taken away or emptied, and are not begun again in passing', async () => {
    await expect(verify()).rejects.toThrow(`${file} is not there`)
    await verify(true)
    await expect(verify(true)).rejects.toThrow('are noted already: leave --first out')
    await writeFile(file, '')
    await expect(verify()).rejects.toThrow('is not there, or empty')
  })

  it.each([
    ['half of a line', '2:00ff', 2],
    ['a line but for its end', `2:${'0'.repeat(64)}`, 2],
    ['something else', 'never mind\n', 2],
  ])('say what to do about a last line that is %s', async (_, words, line) => {
    await verify(true)
    await appendFile(file, words)
    await expect(verify()).rejects.toThrow(`Line ${line} of ${file} is no end of the audit trail.`)
  })
})

describe('ACC-5: the ends that the hub itself notes', () => {
  const said: unknown[] = []
  const log = openLog({ write: line => void said.push(JSON.parse(line).msg) })
  beforeEach(() => void said.splice(0))

  it('are added as the trail grows, and once each', async () => {
    await verify(true)
    const anchors = await openAnchors(file, log)
    await anchors.note(hub.database)
    await somethingHappens()
    await Promise.all([anchors.note(hub.database), anchors.note(hub.database)])
    expect(await numbers()).toEqual(['1', '2', ''])
    await verify()
    expect(said).toEqual([])
  })

  it('stop where the trail was rewritten or cut off, and the log says so', async () => {
    await somethingHappens()
    await verify(true)
    const before = await ends()
    const anchors = await openAnchors(file, log)
    await tamperWith(hub.database, 'DELETE FROM audit WHERE seq > 1')
    await anchors.note(hub.database)
    await rewriteTrail(hub.database)
    await anchors.note(hub.database)
    expect(said).toEqual(Array(2).fill('The audit trail does not go on from its noted end.'))
    expect(await ends()).toEqual(before)
  })

  it('are missed loudly: the hub does not start without the file, and says when it is gone later', async () => {
    await expect(
      startHub({ databaseUrl: hub.url, demo: true, deskFolder: null, auditAnchor: file }),
    ).rejects.toThrow('is not there')
    await verify(true)
    const anchors = await openAnchors(file, log)
    await rm(file)
    await anchors.note(hub.database)
    expect(said).toEqual(['The end of the audit trail could not be noted.'])
    await expect(ends()).rejects.toThrow('ENOENT')
  })

  // A pipe that nobody writes to answers as little as a share that is away.
  it('hold up neither the end of a hub nor its start where their file does not answer', async () => {
    await verify(true)
    const kept = await readFile(file)
    const anchors = await openAnchors(file, log, 200)
    await rm(file)
    execFileSync('mkfifo', [file])
    await anchors.note(hub.database)
    expect(said).toEqual(['The end of the audit trail is not noted yet: its file does not answer.'])
    expect(anchors.waits()).toBe(true)
    await expect(openAnchors(file, log, 200)).rejects.toThrow(`${file} does not answer`)
    // It answers again.
    await writeFile(file, kept)
    await expect.poll(anchors.waits).toBe(false)
  })

  it('are noted when a hub starts, and when it ends', async () => {
    await verify(true)
    await somethingHappens()
    const running = await startHub({ databaseUrl: hub.url, demo: true, deskFolder: null, auditAnchor: file })
    await expect.poll(numbers).toEqual(['1', '2', ''])
    await somethingHappens()
    await running.close()
    expect(await numbers()).toEqual(['1', '2', '3', ''])
  })
})
