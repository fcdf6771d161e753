import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { widthsIn } from '../../../renderer/grid/column.ts'

describe('how wide columns are drawn', () => {
  it('is as wide as they are said where there is room for no more', () => {
    expect(widthsIn([{ width: 100 }, { width: 50, grow: 1 }], 120)).toEqual([100, 50])
  })

  it('shares out what is left by what each grows', () => {
    expect(widthsIn([{ width: 100 }, { width: 50, grow: 1 }, { width: 60, grow: 2 }], 400)).toEqual([
      100, 100, 200,
    ])
  })

  it('leaves one as it is whose share would be less, and gives its share to the others', () => {
    expect(
      widthsIn(
        [
          { width: 300, grow: 1 },
          { width: 50, grow: 1 },
        ],
        400,
      ),
    ).toEqual([300, 100])
  })

  it('fills the room where one grows, and makes none narrower than it is', () => {
    const column = fc.record({
      width: fc.integer({ min: 20, max: 300 }),
      grow: fc.integer({ min: 0, max: 5 }),
    })
    fc.assert(
      fc.property(fc.array(column, { minLength: 1 }), fc.integer({ min: 0, max: 3_000 }), (columns, room) => {
        const widths = widthsIn(columns, room)
        const sum = widths.reduce((total, width) => total + width, 0)
        const least = columns.reduce((total, { width }) => total + width, 0)
        expect(widths.every((width, place) => width >= (columns[place]?.width ?? 0) - 1e-6)).toBe(true)
        expect(sum).toBeCloseTo(columns.some(({ grow }) => grow > 0) ? Math.max(room, least) : least, 3)
      }),
    )
  })
})
