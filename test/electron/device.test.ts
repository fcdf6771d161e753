import { mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDevice } from '../../electron/device.ts'
import { staffNumber } from '../../shared/domain/ids.ts'

let userData: string

beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'desk-device-'))
})

afterEach(() => rm(userData, { recursive: true, force: true }))

const hub = new URL('http://127.0.0.1:4760')
const person = staffNumber.parse('S-70012345')

describe('a device', () => {
  it('stays the same, and names the files of a person the same', async () => {
    const device = await openDevice(userData, hub)
    const again = await openDevice(userData, hub)
    expect(again.id).toBe(device.id)
    expect(again.fileOf(person, 'outbox')).toBe(device.fileOf(person, 'outbox'))
    expect(again.fileOf(staffNumber.parse('S-2'), 'outbox')).not.toBe(device.fileOf(person, 'outbox'))
  })

  it('names the files otherwise for another hub, and the same for another port of this computer', async () => {
    const here = (await openDevice(userData, hub)).fileOf(person, 'outbox')
    const named = async (url: string) => (await openDevice(userData, new URL(url))).fileOf(person, 'outbox')
    expect(await named('http://localhost:9')).toBe(here)
    expect(await named('https://hub.example')).not.toBe(here)
    expect(await named('https://hub.example')).not.toBe(await named('https://other.example'))
  })

  it('names nobody in a file name, and no file as another device does', async () => {
    const path = (await openDevice(userData, hub)).fileOf(person, 'outbox')
    expect(path).not.toContain('70012345')
    await rm(join(userData, 'desk'), { recursive: true })
    expect((await openDevice(userData, hub)).fileOf(person, 'outbox')).not.toBe(path)
  })

  it('finds what was written before the hub was in the names, and says whose hub the keys are of', async () => {
    const elsewhere = await openDevice(userData, new URL('https://hub.example'))
    const device = await openDevice(userData, hub)
    const marked = device.fileOf(person, 'key')
    const unmarked = join(dirname(marked), basename(marked).replace(/^[0-9a-f]{8}-/, ''))
    await writeFile(elsewhere.fileOf(person, 'key'), '')
    await writeFile(marked, '')
    const ofHere = async () => (await device.people()).filter(({ ofThisHub }) => ofThisHub)
    expect((await ofHere()).map(({ key }) => key)).toEqual([marked])
    expect(await device.people()).toHaveLength(2)

    await rename(marked, unmarked)
    const again = await openDevice(userData, hub)
    expect(again.fileOf(person, 'key')).toBe(unmarked)
    expect(again.fileOf(person, 'outbox')).toBe(device.fileOf(person, 'outbox'))
    expect((await ofHere()).map(({ key }) => key)).toEqual([unmarked])
  })

  it('takes the key and the lease of somebody over from before hubs were in the names, and nobody else’s', async () => {
    const device = await openDevice(userData, hub)
    const other = staffNumber.parse('S-2')
    const old = (path: string) => join(dirname(path), basename(path).replace(/^[0-9a-f]{8}-/, ''))
    const [key, lease, others] = [
      device.fileOf(person, 'key'),
      device.fileOf(person, 'lease'),
      device.fileOf(other, 'key'),
    ]
    for (const path of [key, lease, others]) await writeFile(old(path), '')
    await device.takeOver(person)
    await device.takeOver(person)
    expect([device.fileOf(person, 'key'), device.fileOf(person, 'lease')]).toEqual([key, lease])
    const left = (await readdir(join(userData, 'desk'))).filter(name => /key|lease/.test(name))
    expect(left.toSorted()).toEqual([key, lease, old(others)].map(path => basename(path)).toSorted())
    const elsewhere = await openDevice(userData, new URL('https://hub.example'))
    await elsewhere.takeOver(other)
    expect(device.fileOf(other, 'key')).toBe(old(others))
  })

  it('names what comes after a destroyed file by its hub, and a lease as the key that it is of', async () => {
    const device = await openDevice(userData, hub)
    const marked = device.fileOf(person, 'key')
    const unmarked = (kind: string) => marked.replace(/[0-9a-f]{8}-([0-9a-f]{32})\.key$/, `$1.${kind}`)
    await writeFile(unmarked('key'), '')
    await writeFile(unmarked('lease'), '')
    const again = await openDevice(userData, hub)
    const named = () => (['key', 'lease'] as const).map(kind => again.fileOf(person, kind))
    expect(named()).toEqual([unmarked('key'), unmarked('lease')])
    await rm(unmarked('key'))
    expect(named()).toEqual([marked, marked.replace(/key$/, 'lease')])
  })

  it('knows an outbox of before hubs were in the names that is gone, by the mark beside it, unless a later one is there', async () => {
    const device = await openDevice(userData, hub)
    const marked = device.fileOf(person, 'outbox')
    const old = join(dirname(marked), basename(marked).replace(/^[0-9a-f]{8}-/, ''))
    await writeFile(`${old}.waits`, '')
    expect(device.fileOf(person, 'outbox')).toBe(old)
    await writeFile(marked, '')
    expect(device.fileOf(person, 'outbox')).toBe(marked)
  })

  it('keeps its folder to its user', async () => {
    await openDevice(userData, hub)
    expect((await stat(join(userData, 'desk'))).mode & 0o077).toBe(0)
    expect((await stat(join(userData, 'desk/device.json'))).mode & 0o077).toBe(0)
  })

  it('is not made anew when its file is damaged: what waits would not be found', async () => {
    await openDevice(userData, hub)
    await writeFile(join(userData, 'desk/device.json'), '{"id":')
    await expect(openDevice(userData, hub)).rejects.toThrow('device.json is damaged')
    expect(await readdir(join(userData, 'desk'))).toEqual(['device.json'])
  })
})
