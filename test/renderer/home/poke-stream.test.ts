import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pokesIn } from '../../../renderer/home/poke-stream.ts'

async function* inPieces(text: string, size: number) {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

describe('a stream of pokes', () => {
  it('pokes for data, not for a heartbeat, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async size => {
        let poked = 0
        let heard = 0
        await pokesIn(
          inPieces(': beat\n\ndata: poke\n\n: beat\n\n', size),
          () => heard++,
          () => poked++,
        )
        expect([poked, heard > 0]).toEqual([1, true])
      }),
    )
  })
})
