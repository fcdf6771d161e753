import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backOff, EVERY, pause } from '../../../renderer/sync/back-off.ts'

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('the wait after a failure', () => {
  it('grows with each failure up to a minute, and is spread', () => {
    fc.assert(
      fc.property(fc.nat(200), chance, (failures, lot) => {
        const wait = backOff(failures, null, lot)
        expect(wait).toBeGreaterThanOrEqual(500)
        expect(wait).toBeLessThanOrEqual(EVERY)
        expect(backOff(failures + 1, null, lot)).toBeGreaterThanOrEqual(wait)
      }),
    )
    expect(backOff(3, null, 0)).not.toBe(backOff(3, null, 0.9))
  })

  it('is never shorter than the hub asked for', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(600), chance, (failures, seconds, lot) => {
        expect(backOff(failures, seconds, lot)).toBeGreaterThan(seconds * 1000)
      }),
    )
  })

  it('between two pulls is a minute, a fifth more or less', () => {
    fc.assert(fc.property(chance, lot => pause(lot) >= EVERY * 0.8 && pause(lot) <= EVERY * 1.2))
  })
})
