import { createCipheriv, createDecipheriv } from 'node:crypto'
import { z } from 'zod'

const since = z.number()
const bucket = z.string()

/** How far a client has come with a part of what it is granted. Only the hub can read or make one. */
const cookieContent = z.strictObject({
  lineage: z.string(),
  schema: z.number(),
  person: z.string(),
  part: z.enum(['caseload', 'sensitive']),
  /** The version of the last snapshot that was read for it, and that version's random stamp: its proof. */
  seen: z.number(),
  stamp: z.string(),
  /** Held whole as of a version. */
  held: z.strictObject({ since, buckets: z.array(bucket) }),
  /** Being sent whole, in the order of kinds and ids up to `after`; what changed there since the start follows. */
  fresh: z
    .strictObject({
      since,
      buckets: z.array(bucket),
      after: z.tuple([z.string(), z.string()]).nullable(),
      complete: z.boolean(),
    })
    .nullable(),
  /** The last change that was sent of those since `held` and `fresh`. */
  place: z.tuple([since, z.string(), z.string()]).nullable(),
})
export type CookieContent = z.output<typeof cookieContent>

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16
// With nonce and tag, in base64, about 2 KB, or a multiple for who is granted very many buckets: within that the
// length says nothing about the content.
const PLAIN = 1488

export function sealCookie(content: CookieContent, secret: Buffer, nonce: Buffer): string {
  const text = Buffer.from(JSON.stringify(content))
  const plain = Buffer.alloc(Math.ceil(text.length / PLAIN) * PLAIN, ' ')
  text.copy(plain)
  const cipher = createCipheriv(CIPHER, secret, nonce)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  )
}

/** What is inside; undefined for one that this hub did not make. */
export function openCookie(cookie: string, secret: Buffer): CookieContent | undefined {
  const sealed = Buffer.from(cookie, 'base64url')
  if (sealed.length <= NONCE + TAG) return undefined
  try {
    const decipher = createDecipheriv(CIPHER, secret, sealed.subarray(0, NONCE), { authTagLength: TAG })
    decipher.setAuthTag(sealed.subarray(-TAG))
    const plain = Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()])
    return cookieContent.parse(JSON.parse(plain.toString()))
  } catch {
    return undefined
  }
}
