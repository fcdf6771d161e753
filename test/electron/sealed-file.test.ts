import { readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { KeyStore } from '../../electron/key-store.ts'
import { readSealed, writeSealed } from '../../electron/sealed-file.ts'
import { keyFiles, opened } from './key-files.ts'

const { folder, open } = keyFiles()
const path = () => join(folder(), 'one.sealed')

describe('a sealed file', () => {
  it('holds the text, for its user only, and shows none of it', async () => {
    const store = await opened(open())
    await writeSealed(path(), "O'Hara", store)
    expect(await readSealed(path(), store)).toEqual({ kind: 'text', text: "O'Hara" })
    expect(await readFile(path(), 'utf8')).not.toContain("O'Hara")
    expect((await stat(path())).mode & 0o077).toBe(0)
  })

  it('may be absent', async () => {
    expect(await readSealed(path(), await opened(open()))).toEqual({ kind: 'absent' })
  })

  it('is damaged when it was cut or altered', async () => {
    const store = await opened(open())
    await writeSealed(path(), 'text', store)
    const whole = await readFile(path(), 'utf8')
    await truncate(path(), whole.length - 5)
    expect(await readSealed(path(), store)).toEqual({ kind: 'damaged' })
    const { sealed, ...rest } = JSON.parse(whole)
    await writeFile(path(), JSON.stringify({ ...rest, sealed: `AAAA${sealed.slice(4)}` }))
    expect(await readSealed(path(), store)).toEqual({ kind: 'damaged' })
    await writeFile(path(), '')
    expect(await readSealed(path(), store)).toEqual({ kind: 'damaged' })
  })

  it('is foreign when another user sealed it', async () => {
    await writeSealed(path(), 'text', await opened(open()))
    expect(await readSealed(path(), await opened(open('working', 'two')))).toEqual({ kind: 'foreign' })
  })

  it('is unavailable in another desktop session, or while the store is locked', async () => {
    const store = await opened(open())
    await writeSealed(path(), 'text', store)
    const elsewhere: KeyStore = { ...store, backend: 'kwallet6' }
    expect(await readSealed(path(), elsewhere)).toEqual({ kind: 'unavailable' })
    const locked: KeyStore = { ...store, unseal: async () => ({ kind: 'refused' }) }
    expect(await readSealed(path(), locked)).toEqual({ kind: 'unavailable' })
    const broken: KeyStore = { ...locked, seal: () => Promise.reject(new Error('locked')) }
    expect(await readSealed(path(), broken)).toEqual({ kind: 'unavailable' })
  })

  it('is sealed anew when the store has a better key', async () => {
    const store = await opened(open())
    await writeSealed(path(), 'text', store)
    const before = await readFile(path(), 'utf8')
    const rotated: KeyStore = {
      ...store,
      unseal: async sealed => {
        const unsealed = await store.unseal(sealed)
        return unsealed.kind === 'text' ? { ...unsealed, stale: true } : unsealed
      },
    }
    expect(await readSealed(path(), rotated)).toEqual({ kind: 'text', text: 'text' })
    expect(await readFile(path(), 'utf8')).not.toBe(before)
    const full: KeyStore = { ...rotated, seal: () => Promise.reject(new Error('no space left')) }
    expect(await readSealed(path(), full)).toEqual({ kind: 'text', text: 'text' })
    expect(await readSealed(path(), store)).toEqual({ kind: 'text', text: 'text' })
  })
})
