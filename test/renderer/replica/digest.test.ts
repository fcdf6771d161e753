import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { count, digestText, emptyDigest } from '../../../renderer/replica/digest.ts'

const stamp = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }).map(bits => bits.toString(16).padStart(16, '0'))

const xorOf = (stamps: readonly string[]) =>
  stamps
    .reduce((sum, text) => sum ^ BigInt(`0x${text}`), 0n)
    .toString(16)
    .padStart(16, '0')

describe('the digest of a bucket', () => {
  it('is the XOR of all 64 bits of what was counted in and not out, in any order', () => {
    fc.assert(
      fc.property(fc.array(stamp), fc.array(stamp), (kept, gone) => {
        const digest = emptyDigest()
        for (const text of [...gone, ...kept]) count(digest, text, 1)
        for (const text of gone.toReversed()) count(digest, text, -1)
        expect([digest.count, digestText(digest)]).toEqual([kept.length, xorOf(kept)])
      }),
    )
  })
})
