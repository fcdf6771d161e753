import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { z } from 'zod'
import { deviceId } from '../../shared/sync/session.ts'

/** What the hub must know again when the browser comes back from the identity provider. */
const underWay = z.strictObject({
  device: deviceId,
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
})
export type SignInUnderWay = z.output<typeof underWay>

const sealed = underWay.extend({ until: z.number() })

const IV = 12
const TAG = 16
const MINUTES = 10

/**
 * The browser keeps it, sealed by the hub: any hub over the same database can go on with it, and nobody else can
 * read or make one.
 */
export function sealUnderWay(
  signIn: SignInUnderWay,
  secret: Buffer,
  now: string,
  random: (bytes: number) => Buffer,
): string {
  const iv = random(IV)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), iv)
  const until = Date.parse(now) + MINUTES * 60_000
  const text = cipher.update(JSON.stringify({ ...signIn, until }))
  return Buffer.concat([iv, text, cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** Undefined for what this hub did not seal, or too long ago. */
export function openUnderWay(text: string, secret: Buffer, now: string): SignInUnderWay | undefined {
  try {
    const bytes = Buffer.from(text, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, IV))
    decipher.setAuthTag(bytes.subarray(-TAG))
    const opened = Buffer.concat([decipher.update(bytes.subarray(IV, -TAG)), decipher.final()])
    const { until, ...signIn } = sealed.parse(JSON.parse(opened.toString()))
    return Date.parse(now) <= until ? signIn : undefined
  } catch {
    return undefined
  }
}

// The hub's secret seals pull cookies too; one key for each purpose.
function keyOf(secret: Buffer): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'sign-in under way', 32))
}
