import type { SafeStorage } from 'electron'

export type Unsealed =
  | { readonly kind: 'text'; readonly text: string; readonly stale: boolean }
  /** Not by this store, not now: locked, or of another desktop session. */
  | { readonly kind: 'refused' }

/** The operating system's key store, as far as it protects anything. */
export interface KeyStore {
  /** Whose it is: what one has sealed another cannot open. */
  readonly backend: string
  seal(text: string): Promise<Buffer>
  unseal(sealed: Buffer): Promise<Unsealed>
}

type Storage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>

/** Null when nothing protects: then nothing is kept on this device, and the desk works with the hub only. */
export async function openKeyStore(storage: Storage, platform: NodeJS.Platform): Promise<KeyStore | null> {
  const backend = await protectingBackend(storage, platform).catch(() => null)
  if (backend === null) return null
  return {
    backend,
    seal: text => storage.encryptStringAsync(text),
    async unseal(sealed) {
      try {
        const { result, shouldReEncrypt } = await storage.decryptStringAsync(sealed)
        return { kind: 'text', text: result, stale: shouldReEncrypt }
      } catch {
        return { kind: 'refused' }
      }
    },
  }
}

async function protectingBackend(storage: Storage, platform: NodeJS.Platform): Promise<string | null> {
  if (!(await storage.isAsyncEncryptionAvailable())) return null
  if (platform !== 'linux') return platform
  const backend = storage.getSelectedStorageBackend()
  // `basic_text` is a password that everybody knows; `unknown` may be that.
  return backend === 'basic_text' || backend === 'unknown' ? null : backend
}
