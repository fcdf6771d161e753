import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate } from '../../../shared/domain/time.ts'
import { type Holidays, isWorkingDay, workingDaysAfter } from '../../../shared/domain/working-days.ts'

const belfast: Holidays = { dates: ['2027-07-12', '2027-12-27', '2027-12-28'], endsOn: '2027-12-31' }
const london: Holidays = { dates: ['2027-12-27', '2027-12-28'], endsOn: '2027-12-31' }

const anyDay = fc.integer({ min: 0, max: 700 }).map(days => addDays('2026-01-01', days))
const anyHolidays: fc.Arbitrary<Holidays> = fc
  .tuple(fc.uniqueArray(anyDay, { maxLength: 30 }), anyDay)
  .map(([dates, endsOn]) => ({ dates: dates.sort(), endsOn }))

const daysBetweenOf = (from: PlainDate, to: PlainDate) => {
  const days: PlainDate[] = []
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

describe('ADV-4 working days', () => {
  it('leave out weekends; counting starts the day after', () => {
    // A Thursday.
    expect(workingDaysAfter('2026-11-26', 1, london).on).toBe('2026-11-27')
    expect(workingDaysAfter('2026-11-26', 5, london).on).toBe('2026-12-03')
    expect(workingDaysAfter('2026-11-28', 1, london).on).toBe('2026-11-30')
  })

  it('leave out the bank holidays of the team’s own division, and say which', () => {
    expect(workingDaysAfter('2027-07-08', 5, london)).toMatchObject({ on: '2027-07-15', without: [] })
    expect(workingDaysAfter('2027-07-08', 5, belfast)).toMatchObject({
      on: '2027-07-16',
      without: ['2027-07-12'],
    })
  })

  it('count exactly as many working days as asked, and end on one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), anyHolidays, (from, days, holidays) => {
        const { on, without } = workingDaysAfter(from, days, holidays)
        const passed = daysBetweenOf(from, on)
        expect(isWorkingDay(on, holidays)).toBe(true)
        expect(passed.filter(day => isWorkingDay(day, holidays))).toHaveLength(days)
        for (const day of without) expect(holidays.dates).toContain(day)
      }),
    )
  })

  it('come later the more holidays there are, never earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 40 }), anyHolidays, anyDay, (from, days, holidays, more) => {
        const fuller = { ...holidays, dates: [...new Set([...holidays.dates, more])].sort() }
        expect(workingDaysAfter(from, days, fuller).on >= workingDaysAfter(from, days, holidays).on).toBe(
          true,
        )
      }),
    )
  })

  it('add up: two spans after each other are one', () => {
    const span = fc.nat({ max: 20 })
    fc.assert(
      fc.property(anyDay, span, span, anyHolidays, (from, one, other, holidays) => {
        const there = workingDaysAfter(workingDaysAfter(from, one, holidays).on, other, holidays).on
        expect(there).toBe(workingDaysAfter(from, one + other, holidays).on)
      }),
    )
  })
})

describe('ADV-5 a calendar that ends', () => {
  it('before the day says so instead of guessing', () => {
    expect(workingDaysAfter('2027-12-20', 3, london).certain).toBe(true)
    expect(workingDaysAfter('2027-12-30', 3, london).certain).toBe(false)
    expect(workingDaysAfter('2026-11-26', 3, { dates: [], endsOn: null }).certain).toBe(false)
  })
})
