/** Bytes that only their key opens, and only in the place that `bound` names: a record moved elsewhere does not open. */
export type Sealed = Uint8Array<ArrayBuffer>

const IV = 12

export async function seal(key: CryptoKey, bytes: Uint8Array<ArrayBuffer>, bound: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(bound) }, key, bytes)
  const whole = new Uint8Array(IV + sealed.byteLength)
  whole.set(iv)
  whole.set(new Uint8Array(sealed), IV)
  return whole
}

/** Rejects what was changed, cut short, moved, or sealed with another key. */
export async function unseal(
  key: CryptoKey,
  sealed: Uint8Array<ArrayBuffer>,
  bound: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = sealed.subarray(0, IV)
  const body = sealed.subarray(IV)
  const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: utf8(bound) }, key, body)
  return new Uint8Array(bytes)
}

export function sealJson(key: CryptoKey, value: unknown, bound: string): Promise<Sealed> {
  return seal(key, utf8(JSON.stringify(value)), bound)
}

export async function unsealJson(key: CryptoKey, sealed: Sealed, bound: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await unseal(key, sealed, bound)))
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
