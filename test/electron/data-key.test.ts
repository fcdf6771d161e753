import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { destroyKeys, openCustody, readCustody, wipeKeys } from '../../electron/data-key.ts'
import { openDevice } from '../../electron/device.ts'
import type { KeyStore } from '../../electron/key-store.ts'
import { readSealed } from '../../electron/sealed-file.ts'
import { staffNumber } from '../../shared/domain/ids.ts'
import { keyFiles, opened } from './key-files.ts'

const { folder, open } = keyFiles()
const person = staffNumber.parse('S-70012345')

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

const device = () => openDevice(folder(), new URL('http://127.0.0.1'))
const names = () => readdir(join(folder(), 'desk'))

const hubKey = new Uint8Array(32).fill(7)

async function custodyBy(store: KeyStore | null) {
  return openCustody(person, await device(), store, hubKey)
}

describe('the data key of a person', () => {
  it('is the hub’s, and that of the caseload is made here: the same at each start, another for another person', async () => {
    const store = await opened(open())
    const made = await custodyBy(store)
    expect(made.dataKey).toEqual(hubKey)
    expect(made.cacheKey).toHaveLength(32)
    expect(await custodyBy(store)).toEqual(made)
    expect(await readCustody(person, await device(), store)).toEqual(made)
    const other = await openCustody(staffNumber.parse('S-2'), await device(), store, hubKey)
    expect(other.cacheKey).not.toEqual(made.cacheKey)
    expect(other.clientId).not.toBe(made.clientId)
  })

  it('is in no file in clear, nor is whose it is', async () => {
    const { dataKey } = await custodyBy(await opened(open()))
    for (const name of await names()) {
      const content = await readFile(join(folder(), 'desk', name))
      expect(name).not.toContain('70012345')
      expect(content.includes('70012345')).toBe(false)
      expect(content.includes(Buffer.from(dataKey ?? []))).toBe(false)
      expect(content.includes(Buffer.from(dataKey ?? []).toString('base64'))).toBe(false)
    }
  })

  it('does not exist without a store that protects it, and then nothing is written', async () => {
    const before = await device().then(names)
    expect(await custodyBy(await open('unavailable'))).toEqual({
      clientId: expect.any(String),
      dataKey: null,
      cacheKey: null,
    })
    expect((await custodyBy(await open('basic_text'))).dataKey).toBeNull()
    expect(await names()).toEqual(before)
  })

  it('does not exist where it cannot be kept', async () => {
    const store = await opened(open())
    const full: KeyStore = { ...store, seal: () => Promise.reject(new Error('no space left')) }
    expect((await custodyBy(full)).dataKey).toBeNull()
    expect((await custodyBy(store)).dataKey).toHaveLength(32)
  })

  it('is not to be had in another desktop session, and is there again in its own', async () => {
    const store = await opened(open())
    const made = await custodyBy(store)
    expect((await custodyBy({ ...store, backend: 'kwallet6' })).dataKey).toBeNull()
    expect(await custodyBy(store)).toEqual(made)
  })

  it.each([
    ['was cut off', async (path: string) => truncate(path, 40)],
    ['is of another user', async () => void (await open('working', 'two'))],
  ])(
    'is the hub’s again when its file %s: what waits opens; the file is kept beside, the number is new',
    async (_why, spoil) => {
      const store = await opened(open())
      const made = await custodyBy(store)
      const path = (await device()).fileOf(person, 'key')
      await writeFile((await device()).fileOf(person, 'outbox'), 'sealed with the key of the hub')
      await spoil(path)
      expect(await readCustody(person, await device(), store)).toBeNull()
      const next = await custodyBy(store)
      expect(next.dataKey).toEqual(made.dataKey)
      expect(next.cacheKey).not.toEqual(made.cacheKey)
      expect(next.clientId).not.toBe(made.clientId)
      expect(
        (await names()).map(name => name.replace(/^[0-9a-f]{8}-[0-9a-f]{32}|[0-9a-f-]{36}$/g, '')).sort(),
      ).toEqual(['.key', '.key.aside-', '.outbox', 'device.json'])
    },
  )

  it('is destroyed with that of the caseload; who signs in again has his number and what waits, nothing else', async () => {
    const store = await opened(open())
    const made = await custodyBy(store)
    const path = (await device()).fileOf(person, 'key')
    await destroyKeys(path, store)
    expect(await readCustody(person, await device(), store)).toBeNull()
    const content = await readSealed(path, store)
    expect(JSON.parse(content.kind === 'text' ? content.text : '')).toEqual({
      dataKey: null,
      cacheKey: null,
      clientId: made.clientId,
    })
    const next = await custodyBy(store)
    expect(next).toMatchObject({ clientId: made.clientId, dataKey: hubKey })
    expect(next.cacheKey).not.toEqual(made.cacheKey)
  })

  it('that is not to be opened now is not destroyed: whether it is over is asked again when it can be read', async () => {
    const store = await opened(open())
    const made = await custodyBy(store)
    await destroyKeys((await device()).fileOf(person, 'key'), { ...store, backend: 'kwallet6' })
    expect(await readCustody(person, await device(), store)).toEqual(made)
  })

  it('goes with its file in a wipe where it cannot be opened, and keeps the number where it can', async () => {
    const store = await opened(open())
    const made = await custodyBy(store)
    const path = (await device()).fileOf(person, 'key')
    await wipeKeys(path, store)
    expect(await custodyBy(store)).toMatchObject({ clientId: made.clientId })
    await wipeKeys(path, { ...store, backend: 'kwallet6' })
    expect(await readSealed(path, store)).toEqual({ kind: 'absent' })
    await custodyBy(store)
    await wipeKeys(path, null)
    expect(await readSealed(path, store)).toEqual({ kind: 'absent' })
  })
})
