import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineCount, linesInSight } from '../../../renderer/grid/lines-in-sight.ts'

const aSight = fc.record({
  first: fc.nat(60_000),
  height: fc.nat(3_000),
  count: fc.nat(50_000),
  focused: fc.option(fc.nat(60_000)),
})

describe('the lines in sight', () => {
  it('are all those in the window and the focused one, in their order, each in a slot of its own', () => {
    fc.assert(
      fc.property(aSight, ({ first, height, count, focused }) => {
        const lines = linesInSight(first, lineCount(height, 28), count, focused)
        const indexes = lines.map(({ index }) => index)
        for (let at = first; at < Math.min(count, first + height / 28); at++) expect(indexes).toContain(at)
        expect(indexes).toEqual([...new Set(indexes)].sort((a, b) => a - b))
        expect(indexes.every(index => index < count)).toBe(true)
        expect(new Set(lines.map(({ slot }) => slot)).size).toBe(lines.length)
        expect(indexes.includes(focused ?? -1)).toBe(focused !== null && focused < count)
      }),
    )
  })

  it('are known from those that nobody sees yet, wherever the list ends', () => {
    fc.assert(
      fc.property(aSight, ({ first, height, count, focused }) => {
        const lines = linesInSight(first, lineCount(height, 28), count, focused)
        const window = Math.ceil(height / 28) + 1
        const top = Math.max(0, Math.min(first, count - window))
        for (const { index, isBeyond } of lines)
          expect(isBeyond).toBe(index !== focused && (index < top || index >= top + window))
      }),
    )
  })

  it('leave their elements to those that come in', () => {
    const most = lineCount(700, 28)
    const slots = (first: number) =>
      linesInSight(first, most, 50_000, null)
        .map(({ slot }) => slot)
        .sort((a, b) => a - b)
    expect(slots(4_321)).toEqual(slots(0))
    expect(slots(49_999)).toEqual(slots(0))
  })
})
