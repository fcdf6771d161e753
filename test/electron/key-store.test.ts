import { describe, expect, it } from 'vitest'
import { openKeyStore } from '../../electron/key-store.ts'
import { safeStorage } from '../electron-stand-in/safe-storage.ts'
import { keyFiles, opened } from './key-files.ts'

const { open } = keyFiles()

const storage = (over: Partial<typeof safeStorage>) => ({ ...safeStorage, ...over })

describe('the key store', () => {
  it('gives back what it sealed, which does not show in what it keeps', async () => {
    const store = await opened(open())
    const sealed = await store.seal("O'Hara")
    expect(sealed.includes("O'Hara")).toBe(false)
    expect(await store.unseal(sealed)).toEqual({ kind: 'text', text: "O'Hara", stale: false })
  })

  it('is none when nothing protects it', async () => {
    expect(await open('unavailable')).toBeNull()
    expect(await open('basic_text')).toBeNull()
    const unknown = storage({ getSelectedStorageBackend: () => 'unknown' })
    expect(await openKeyStore(unknown, 'linux')).toBeNull()
    const broken = storage({ isAsyncEncryptionAvailable: () => Promise.reject(new Error('no bus')) })
    expect(await openKeyStore(broken, 'linux')).toBeNull()
  })

  it('of Windows and macOS is asked no question of Linux', async () => {
    await open()
    const elsewhere = storage({
      getSelectedStorageBackend: () => {
        throw new Error('not here')
      },
    })
    expect((await openKeyStore(elsewhere, 'win32'))?.backend).toBe('win32')
    expect((await openKeyStore(elsewhere, 'darwin'))?.backend).toBe('darwin')
  })

  it('refuses what it cannot open, without an exception', async () => {
    const sealed = await (await opened(open())).seal('mine')
    const other = await opened(open('working', 'two'))
    expect(await other.unseal(sealed)).toEqual({ kind: 'refused' })
    expect(await other.unseal(Buffer.alloc(0))).toEqual({ kind: 'refused' })
  })

  it('says when what it opened should be sealed anew', async () => {
    await open()
    const rotated = storage({ decryptStringAsync: async () => ({ shouldReEncrypt: true, result: 'x' }) })
    const store = await opened(openKeyStore(rotated, 'linux'))
    expect(await store.unseal(Buffer.from('x'))).toEqual({ kind: 'text', text: 'x', stale: true })
  })
})
