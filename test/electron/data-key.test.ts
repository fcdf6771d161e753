import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openCustody } from '../../electron/data-key.ts'
import { openDevice } from '../../electron/device.ts'
import type { KeyStore } from '../../electron/key-store.ts'
import { staffNumber } from '../../shared/domain/ids.ts'
import { keyFiles, opened } from './key-files.ts'

const { folder, open } = keyFiles()
const person = staffNumber.parse('S-70012345')

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

const device = () => openDevice(folder(), new URL('http://127.0.0.1'))
const names = () => readdir(join(folder(), 'desk'))

async function custodyBy(store: KeyStore | null) {
  return openCustody(person, await device(), store)
}

describe('the data key of a person', () => {
  it('is 32 random bytes, the same at each start, another for another person', async () => {
    const store = await opened(open())
    const made = await custodyBy(store)
    expect(made.dataKey).toHaveLength(32)
    expect(await custodyBy(store)).toEqual(made)
    const other = await openCustody(staffNumber.parse('S-2'), await device(), store)
    expect(other.dataKey).not.toEqual(made.dataKey)
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
  ])('is made anew when its file %s; file and outbox of the old one are kept beside', async (_why, spoil) => {
    const store = await opened(open())
    const made = await custodyBy(store)
    const path = (await device()).fileOf(person, 'key')
    await writeFile((await device()).fileOf(person, 'outbox'), 'sealed with the old key')
    await spoil(path)
    const next = await custodyBy(store)
    expect(next.dataKey).toHaveLength(32)
    expect(next.dataKey).not.toEqual(made.dataKey)
    expect(next.clientId).not.toBe(made.clientId)
    expect((await names()).map(name => name.replace(/^[0-9a-f]{32}|[0-9a-f-]{36}$/g, '')).sort()).toEqual([
      '.key',
      '.key.aside-',
      '.outbox.aside-',
      'device.json',
    ])
  })
})
