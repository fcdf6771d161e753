import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { uuidV7 } from '../../../renderer/desk/uuid-v7.ts'

const time = fc.integer({ min: 0, max: 2 ** 47 })

describe('a UUID of version 7', () => {
  it('is one, and sorts by its time', () => {
    fc.assert(
      fc.property(time, time, fc.uint8Array({ minLength: 16, maxLength: 16 }), (one, other, bits) => {
        const [first, second] = [one, other].map(at => uuidV7(at, () => bits.slice())) as [string, string]
        expect(z.uuidv7().safeParse(first).success).toBe(true)
        expect(first < second).toBe(one < other)
      }),
    )
  })
})
