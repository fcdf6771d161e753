import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { readIfThere, replaceFile } from './durable-file.ts'
import type { KeyStore } from './key-store.ts'

export type SealedContent =
  | { readonly kind: 'absent' }
  | { readonly kind: 'text'; readonly text: string }
  /** Cut or altered: nobody can open it any more. */
  | { readonly kind: 'damaged' }
  /** Sealed by somebody else, or with a key that the store has lost. */
  | { readonly kind: 'foreign' }
  /** Whole, but not to be opened now: the store is locked, or it is that of another desktop session. */
  | { readonly kind: 'unavailable' }

const form = z.strictObject({ backend: z.string(), crc: z.int(), sealed: z.base64() })

/** Writes text that only this user of this device can read again. */
export async function writeSealed(path: string, text: string, store: KeyStore): Promise<void> {
  const sealed = await store.seal(text)
  const content = { backend: store.backend, crc: crc32(sealed), sealed: sealed.toString('base64') }
  await replaceFile(path, JSON.stringify(content satisfies z.output<typeof form>))
}

export async function readSealed(path: string, store: KeyStore): Promise<SealedContent> {
  const written = await readIfThere(path)
  if (written === null) return { kind: 'absent' }
  const content = parse(written)
  if (!content) return { kind: 'damaged' }
  if (content.backend !== store.backend) return { kind: 'unavailable' }
  const unsealed = await store.unseal(content.sealed)
  if (unsealed.kind === 'refused') return { kind: (await works(store)) ? 'foreign' : 'unavailable' }
  // The better key can wait for the next time; what was read is read.
  if (unsealed.stale) await writeSealed(path, unsealed.text, store).catch(() => {})
  return { kind: 'text', text: unsealed.text }
}

function parse(written: Buffer): { readonly backend: string; readonly sealed: Buffer } | null {
  try {
    const { backend, crc, sealed } = form.parse(JSON.parse(written.toString()))
    const bytes = Buffer.from(sealed, 'base64')
    return crc32(bytes) === crc ? { backend, sealed: bytes } : null
  } catch {
    return null
  }
}

// A store that opens what it seals now is not locked: what it refuses was never its own.
async function works(store: KeyStore): Promise<boolean> {
  const unsealed = await store
    .seal('probe')
    .then(sealed => store.unseal(sealed))
    .catch(() => null)
  return unsealed?.kind === 'text' && unsealed.text === 'probe'
}
