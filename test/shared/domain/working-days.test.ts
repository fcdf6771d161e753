import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Calendar, emptyCalendar } from '../../../shared/domain/calendar.ts'
import type { Division } from '../../../shared/domain/organisation.ts'
import { addDays, type PlainDate } from '../../../shared/domain/time.ts'
import { isWorkingDay, workingDaysAfter } from '../../../shared/domain/working-days.ts'

const christmas = ['2027-12-27', '2027-12-28']
const calendar: Calendar = {
  ...emptyCalendar,
  holidays: {
    'england-and-wales': christmas,
    scotland: christmas,
    'northern-ireland': ['2027-07-12', ...christmas],
  },
  covers: { from: '2026-01-01', to: '2027-12-31' },
}
const counted = (from: PlainDate, days: number, division: Division = 'england-and-wales') =>
  workingDaysAfter(from, days, division, calendar)

const anyDay = fc.integer({ min: 0, max: 700 }).map(days => addDays('2026-01-01', days))
const anyDivision = fc.constantFrom<Division>('england-and-wales', 'scotland', 'northern-ireland')
const dates = fc.uniqueArray(anyDay, { maxLength: 30 }).map(days => days.sort())
const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({ 'england-and-wales': dates, scotland: dates, 'northern-ireland': dates })
  .map(holidays => ({ ...emptyCalendar, holidays }))

function daysPassed(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const days: PlainDate[] = []
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

describe('ADV-4 working days', () => {
  it('leave out weekends; counting starts the day after', () => {
    // A Thursday.
    expect(counted('2026-11-26', 1).on).toBe('2026-11-27')
    expect(counted('2026-11-26', 5).on).toBe('2026-12-03')
    expect(counted('2026-11-28', 1).on).toBe('2026-11-30')
  })

  it('leave out the bank holidays of the team’s own division, and say which', () => {
    expect(counted('2027-07-08', 5)).toEqual({ on: '2027-07-15', without: [], certain: true })
    expect(counted('2027-07-08', 5, 'northern-ireland')).toEqual({
      on: '2027-07-16',
      without: ['2027-07-12'],
      certain: true,
    })
  })

  it('count exactly as many working days as asked, and end on one', () => {
    const count = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(anyDay, count, anyDivision, anyCalendar, (from, days, division, any) => {
        const { on, without } = workingDaysAfter(from, days, division, any)
        expect(isWorkingDay(on, division, any)).toBe(true)
        expect(daysPassed(from, on).filter(day => isWorkingDay(day, division, any))).toHaveLength(days)
        for (const day of without) expect(any.holidays[division]).toContain(day)
      }),
    )
  })

  it('come no earlier for another holiday', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 40 }), anyCalendar, anyDay, (from, days, any, more) => {
        const fuller = { ...any, holidays: { ...any.holidays, scotland: [...any.holidays.scotland, more] } }
        const [sooner, later] = [any, fuller].map(it => workingDaysAfter(from, days, 'scotland', it).on)
        expect((later ?? '') >= (sooner ?? '')).toBe(true)
      }),
    )
  })

  it('add up: two spans after each other are one', () => {
    const span = fc.nat({ max: 20 })
    fc.assert(
      fc.property(anyDay, span, span, anyDivision, anyCalendar, (from, one, other, division, any) => {
        const between = workingDaysAfter(from, one, division, any).on
        const there = workingDaysAfter(between, other, division, any).on
        expect(there).toBe(workingDaysAfter(from, one + other, division, any).on)
      }),
    )
  })
})

describe('ADV-5 a calendar that ends', () => {
  it('before the day says so instead of guessing', () => {
    expect(counted('2027-12-20', 3).certain).toBe(true)
    expect(counted('2027-12-30', 3).certain).toBe(false)
    expect(counted('2025-12-30', 3).certain).toBe(false)
    expect(workingDaysAfter('2026-11-26', 3, 'scotland', emptyCalendar).certain).toBe(false)
  })
})
