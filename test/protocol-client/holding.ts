import type { Op, Part } from './wire.ts'

export interface Held {
  readonly buckets: readonly string[]
  readonly stamp: string
  readonly document: unknown
}

/** What a client holds of one part. */
export interface Holding {
  readonly cookie: string | null
  readonly documents: ReadonlyMap<string, Held>
}

export const nothing: Holding = { cookie: null, documents: new Map() }

/** The five steps of "Pulling", as one. */
export function applied({ documents }: Holding, part: Part): Holding {
  const held = new Map(part.reset ? [] : documents)
  keepIn(held, bucket => !part.clear.includes(bucket))
  for (const op of part.patch) apply(held, op)
  keepIn(held, bucket => part.grants.includes(bucket))
  return { cookie: part.cookie, documents: held }
}

function apply(held: Map<string, Held>, op: Op): void {
  const key = `${op.kind}/${op.id}`
  if (op.op === 'remove') held.delete(key)
  else held.set(key, { buckets: op.buckets, stamp: op.stamp, document: op.document })
}

function keepIn(held: Map<string, Held>, kept: (bucket: string) => boolean): void {
  for (const [key, one] of held) {
    const buckets = one.buckets.filter(kept)
    if (buckets.length === 0) held.delete(key)
    else held.set(key, { ...one, buckets })
  }
}

/** The granted buckets of which the hub counts something else. */
export function differences({ documents }: Holding, { grants, digests }: Part): readonly string[] {
  if (!digests) return []
  return grants.filter(bucket => {
    const members = [...documents.values()].filter(({ buckets }) => buckets.includes(bucket))
    const digest = members.reduce((sum, { stamp }) => sum ^ BigInt(`0x${stamp}`), 0n)
    const [count, expected] = digests[bucket] ?? [-1, '']
    return members.length !== count || digest.toString(16).padStart(16, '0') !== expected
  })
}
