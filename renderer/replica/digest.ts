/** How many documents, and the XOR of their stamps: 64 bits as two halves, because numbers hold 53. */
export interface Digest {
  count: number
  high: number
  low: number
}

export const emptyDigest = (): Digest => ({ count: 0, high: 0, low: 0 })

/** Counts a document in (`by` 1) or out (-1); XOR is its own inverse. */
export function count(digest: Digest, stamp: string, by: 1 | -1): void {
  digest.count += by
  digest.high ^= Number.parseInt(stamp.slice(0, 8), 16)
  digest.low ^= Number.parseInt(stamp.slice(8), 16)
}

/** The 16 hexadecimal digits that the hub would say. */
export function digestText({ high, low }: Digest): string {
  return half(high) + half(low)
}

function half(bits: number): string {
  return (bits >>> 0).toString(16).padStart(8, '0')
}
