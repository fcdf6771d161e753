import { type Sealed, seal, unseal } from './seal.ts'

/** A random key with what seals it under another one: the key itself is never written. */
export interface WrappedKey {
  readonly key: CryptoKey
  readonly wrapped: Sealed
}

/** A key, not extractable. The bytes are wiped: nobody else has them. */
export async function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  bytes.fill(0)
  return key
}

/** Makes a key, sealed under `outer` for the place that `bound` names. */
export async function makeKey(outer: CryptoKey, bound: string): Promise<WrappedKey> {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  const wrapped = await seal(outer, bytes, bound)
  return { key: await importKey(bytes), wrapped }
}

export async function openKey(outer: CryptoKey, wrapped: Sealed, bound: string): Promise<CryptoKey> {
  return importKey(await unseal(outer, wrapped, bound))
}

/** The same key under another outer one. */
export async function rewrapKey(
  from: CryptoKey,
  to: CryptoKey,
  wrapped: Sealed,
  bound: string,
): Promise<Sealed> {
  const bytes = await unseal(from, wrapped, bound)
  const again = await seal(to, bytes, bound)
  bytes.fill(0)
  return again
}
