import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesInSight, slotsOf, windowOf } from '../../../renderer/grid/lines-in-sight.ts'

const aSight = fc.record({
  first: fc.nat(60_000),
  height: fc.nat(3_000),
  count: fc.nat(50_000),
  focused: fc.option(fc.nat(60_000)),
  /** It was higher before. */
  more: fc.nat(20),
})

const sightIn = ({
  height,
  more,
  ...sight
}: {
  first: number
  height: number
  more: number
  count: number
  focused: number | null
}) => {
  const window = windowOf(height, 28)
  return { ...sight, window, slots: slotsOf(window) + more }
}

describe('the lines in sight', () => {
  it('are all those in the window and the focused one, in their order, each in a slot of its own', () => {
    fc.assert(
      fc.property(aSight, sight => {
        const { first, height, count, focused } = sight
        const lines = linesInSight(sightIn(sight))
        const indexes = lines.map(({ index }) => index)
        for (let at = first; at < Math.min(count, first + height / 28); at++) expect(indexes).toContain(at)
        expect(indexes).toEqual([...new Set(indexes)].sort((a, b) => a - b))
        expect(indexes.every(index => index < count)).toBe(true)
        expect(new Set(lines.map(({ slot }) => slot)).size).toBe(lines.length)
        expect(indexes.includes(focused ?? -1)).toBe(focused !== null && focused < count)
      }),
    )
  })

  it('are known from those that nobody sees yet: whatever part of the window a line is in', () => {
    fc.assert(
      fc.property(aSight, fc.nat(27), (sight, within) => {
        const { first, height, count } = sight
        // As far as a browser scrolls: the last line is at the lower edge then.
        const offset = Math.max(0, Math.min(first * 28 + within, count * 28 - height))
        const seen = linesInSight(sightIn({ ...sight, first: Math.floor(offset / 28) })).filter(
          ({ index }) => (index + 1) * 28 > offset && index * 28 < offset + height,
        )
        expect(seen.filter(({ isBeyond }) => isBeyond)).toEqual([])
        expect(seen.length).toBeGreaterThanOrEqual(Math.min(count, Math.floor(height / 28)))
      }),
    )
  })

  it('leave their elements to those that come in', () => {
    const slotsFrom = (first: number) =>
      linesInSight(sightIn({ first, height: 700, more: 0, count: 50_000, focused: null }))
        .map(({ slot }) => slot)
        .sort((a, b) => a - b)
    expect(slotsFrom(4_321)).toEqual(slotsFrom(0))
    expect(slotsFrom(49_999)).toEqual(slotsFrom(0))
  })

  it('keep their elements where the window is less high than it was', () => {
    const drawn = (window: number) =>
      linesInSight({ first: 100, window, slots: slotsOf(20), count: 50_000, focused: 105 })
    const places = (window: number) => drawn(window).map(({ index, slot }) => ({ index, slot }))
    expect(places(12)).toEqual(places(20))
    expect(drawn(12).filter(({ isBeyond }) => !isBeyond)).toHaveLength(12)
  })
})
