import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  isExtractInstant,
  isPlainDate,
  londonDate,
} from '../../../shared/domain/time.ts'

const anyInstant = fc
  .integer({ min: 946_684_800_000, max: 4_102_444_800_000 })
  .map(at => new Date(at).toISOString())

describe('a London date', () => {
  it('is the calendar’s own, across every change of the clocks', () => {
    fc.assert(
      fc.property(anyInstant, instant => {
        const london = Temporal.Instant.from(instant)
          .toZonedDateTimeISO('Europe/London')
          .toPlainDate()
          .toString()
        expect(londonDate(instant)).toBe(london)
      }),
    )
  })

  it('is tomorrow’s after midnight in summer', () => {
    expect(londonDate('2026-06-30T23:30:00Z')).toBe('2026-07-01')
    expect(londonDate('2026-12-30T23:30:00Z')).toBe('2026-12-30')
  })
})

describe('days', () => {
  it('add up: the days between two dates lead from one to the other', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, (one, other) => {
        const [from, to] = [one.slice(0, 10), other.slice(0, 10)]
        expect(addDays(from, daysBetween(from, to))).toBe(to)
      }),
    )
  })
})

describe('IMP-2 an impossible date', () => {
  it.each(['2026-02-29', '2026-04-31', '2026-13-01', '26-01-01', '2026-1-1', '', '2026-01-01T00:00:00Z'])(
    '%j is none',
    text => expect(isPlainDate(text)).toBe(false),
  )
  it('a leap day is one', () => expect(isPlainDate('2028-02-29')).toBe(true))
  it.each(['2026-01-01T24:00:00Z', '2026-01-01T10:00:00', '2026-02-30T10:00:00Z'])('%j is no time', text =>
    expect(isExtractInstant(text)).toBe(false),
  )
})
