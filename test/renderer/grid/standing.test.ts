import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LINE_HEIGHT, type Standing, standingAfter } from '../../../renderer/grid/standing.ts'

const atFirst: Standing = { offset: 0, height: 0, focused: null, slots: 0 }

/** Between the header, which is as high as a line, and the lower edge. */
function isInSight({ offset, height, focused }: Standing): boolean {
  const top = (focused ?? 0) * LINE_HEIGHT - offset
  return top >= 0 && top + 2 * LINE_HEIGHT <= height
}

const someHeight = fc.integer({ min: 2 * LINE_HEIGHT, max: 2_000 })
const anyHeight = fc.oneof(fc.constant(0), someHeight)
const aLine = fc.integer({ min: 0, max: 50_000 })
const before = fc.array(fc.tuple(anyHeight, aLine)).map(moves => moves.reduce(move, atFirst))
const move = (standing: Standing, [height, line]: [number, number]) => standingAfter(standing, height, line)

describe('where a list stands', () => {
  it('has the focused line in sight, whichever it is, and however its height changes', () => {
    fc.assert(
      fc.property(before, aLine, someHeight, someHeight, (standing, line, height, then) => {
        const moved = standingAfter(standing, height, line)
        expect(isInSight(moved)).toBe(true)
        const hidden = standingAfter(moved, 0, line)
        expect(isInSight(standingAfter(hidden, then, line))).toBe(true)
      }),
    )
  })

  it('is left where somebody scrolled it, when it loses height too', () => {
    const scrolled = { ...standingAfter(atFirst, 600, 4), offset: 9_000 }
    expect(standingAfter(scrolled, 300, 4).offset).toBe(9_000)
  })

  it('moves no further than it must, and not at all when it grows', () => {
    const low = standingAfter(atFirst, 600, 19)
    expect(low.offset).toBe(0)
    const cut = standingAfter(low, 300, 19)
    expect(cut.offset).toBe(21 * LINE_HEIGHT - 300)
    expect(standingAfter(cut, 600, 19).offset).toBe(cut.offset)
  })

  it('is the same where nothing is otherwise', () => {
    const stands = standingAfter(atFirst, 600, 4)
    expect(standingAfter(stands, 600, 4)).toBe(stands)
    expect(standingAfter(atFirst, 0, 4)).toBe(atFirst)
  })
})
