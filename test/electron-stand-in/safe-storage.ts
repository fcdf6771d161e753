import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { SafeStorage } from 'electron'
import { settings } from './settings.ts'
import { strict } from './strict.ts'

type Part = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>

const PREFIX = Buffer.from('v11')

// The key of the operating system's store: a file outside of the profile.
function key(): Buffer {
  const { keyring } = settings()
  if (!existsSync(keyring)) writeFileSync(keyring, randomBytes(32), { mode: 0o600 })
  return readFileSync(keyring)
}

export const safeStorage = strict<Part>('safeStorage', {
  isAsyncEncryptionAvailable: async () => settings().keyStore !== 'unavailable',
  async encryptStringAsync(text) {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key(), nonce)
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([PREFIX, nonce, cipher.getAuthTag(), sealed])
  },
  async decryptStringAsync(sealed) {
    const cipher = createDecipheriv('aes-256-gcm', key(), sealed.subarray(3, 15))
    cipher.setAuthTag(sealed.subarray(15, 31))
    const result = Buffer.concat([cipher.update(sealed.subarray(31)), cipher.final()]).toString('utf8')
    return { shouldReEncrypt: false, result }
  },
  getSelectedStorageBackend: () => (settings().keyStore === 'basic_text' ? 'basic_text' : 'gnome_libsecret'),
})
