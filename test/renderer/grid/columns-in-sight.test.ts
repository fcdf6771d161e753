import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsInSight } from '../../../renderer/grid/columns-in-sight.ts'

const aSight = fc.record({
  widths: fc.array(fc.integer({ min: 40, max: 300 }), { minLength: 1, maxLength: 20 }),
  lead: fc.nat(40),
  room: fc.integer({ min: 1, max: 3_000 }),
  far: fc.nat(4_000),
})

describe('the columns in sight', () => {
  it('are all those of which a pixel is in the window, and none far from it', () => {
    fc.assert(
      fc.property(aSight, ({ widths, lead, room, far }) => {
        const whole = lead + widths.reduce((sum, width) => sum + width, 0)
        const scrolled = Math.min(far, Math.max(0, whole - room))
        const { from, to } = columnsInSight(widths, lead, room, scrolled)
        let start = lead
        widths.forEach((width, place) => {
          const end = start + width
          const drawn = place === 0 || (place >= from && place < to)
          if (whole <= room || (end > scrolled && start < scrolled + room)) expect(drawn).toBe(true)
          else if (place > 0 && (end < scrolled - 400 || start > scrolled + room + 400)) {
            expect(drawn).toBe(false)
          }
          start = end
        })
      }),
    )
  })

  it('are all before the window is known', () => {
    expect(columnsInSight([100, 100, 100], 32, 0, 0)).toEqual({ from: 1, to: 3 })
  })
})
