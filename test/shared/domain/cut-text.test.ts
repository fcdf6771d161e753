import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText } from '../../../shared/domain/cut-text.ts'

describe('a text that is cut', () => {
  it('has no half of a surrogate pair at its end', () => {
    expect(cutText('ab😀', 3)).toBe('ab')
    expect(cutText('ab😀', 4)).toBe('ab😀')
  })

  it('is its beginning, as long as it can be, and well formed where the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, most) => {
        const cut = cutText(text, most)
        expect(text.startsWith(cut)).toBe(true)
        expect(cut.isWellFormed()).toBe(true)
        expect(cut.length).toBeLessThanOrEqual(most)
        expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, most) - 1)
      }),
    )
  })
})
