import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
import { type KeyStore, openKeyStore } from '../../electron/key-store.ts'
import { safeStorage } from '../electron-stand-in/safe-storage.ts'
import { type Settings, settingsAsEnvironment } from '../electron-stand-in/settings.ts'

export interface KeyFiles {
  readonly folder: () => string
  /** The operating system's key store, as the stand-in plays it; `keyring` tells one user from another. */
  open(keyStore?: Settings['keyStore'], keyring?: string): Promise<KeyStore | null>
}

/** A folder of a device for each test, and key stores for it. */
export function keyFiles(): KeyFiles {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'desk-keys-'))
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    await rm(folder, { recursive: true, force: true })
  })
  return {
    folder: () => folder,
    open(keyStore = 'working', keyring = 'one') {
      const settings = { chromium: '', keyring: join(folder, `${keyring}.keyring`), keyStore }
      for (const [name, value] of Object.entries(settingsAsEnvironment(settings))) vi.stubEnv(name, value)
      return openKeyStore(safeStorage, 'linux')
    },
  }
}

export async function opened(opening: Promise<KeyStore | null>): Promise<KeyStore> {
  const store = await opening
  if (!store) throw new Error('There is no key store.')
  return store
}
