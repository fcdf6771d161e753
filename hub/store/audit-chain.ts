import { createHash } from 'node:crypto'

export interface AuditLink {
  readonly seq: number
  readonly at: string
  readonly entry: string
  readonly previous: Buffer
  readonly hash: Buffer
}

/** The hash of one entry: over the hash before it, its number, its time and its text. */
export function auditHash(previous: Buffer, seq: number, at: string, entry: string): Buffer {
  return createHash('sha256').update(previous).update(`${seq}\n${at}\n${entry}`).digest()
}

/** Chains entries to the one before them. */
export function chain(
  from: { readonly seq: number; readonly hash: Buffer },
  entries: readonly { readonly at: string; readonly entry: string }[],
): readonly AuditLink[] {
  let { seq, hash } = from
  return entries.map(({ at, entry }) => {
    const previous = hash
    seq += 1
    hash = auditHash(previous, seq, at, entry)
    return { seq, at, entry, previous, hash }
  })
}
