import { describe, expect, it } from 'vitest'
import { byDivision, type Calendar, emptyCalendar, withYearsOf } from '../../../shared/domain/calendar.ts'

/** One holiday a year, on a day of May. */
const years = (first: number, last: number, day: string): Calendar => {
  const dates = Array.from({ length: last - first + 1 }, (_, at) => `${first + at}-05-${day}`)
  return {
    ...emptyCalendar,
    holidays: byDivision(() => dates),
    names: byDivision(() => Object.fromEntries(dates.map(date => [date, `Day ${day}`]))),
    covers: { from: `${first}-01-01`, to: `${last}-12-31` },
  }
}

describe('ADV-5 a calendar with the years of another', () => {
  it('has those of the newer for its own, and keeps the rest', () => {
    const merged = withYearsOf(years(2026, 2027, '06'), years(2025, 2028, '05'))
    expect(merged.covers).toEqual({ from: '2025-01-01', to: '2028-12-31' })
    expect(merged.holidays.scotland).toEqual(['2025-05-05', '2026-05-06', '2027-05-06', '2028-05-05'])
    expect(merged.names.scotland).toEqual({
      '2025-05-05': 'Day 05',
      '2026-05-06': 'Day 06',
      '2027-05-06': 'Day 06',
      '2028-05-05': 'Day 05',
    })
  })

  it('has no gap: of two that do not meet, the later is kept', () => {
    const [old, recent] = [years(2012, 2014, '05'), years(2026, 2027, '06')]
    expect(withYearsOf(recent, old)).toEqual(recent)
    expect(withYearsOf(old, recent)).toEqual(recent)
    expect(withYearsOf(years(2015, 2015, '06'), old).covers).toEqual({ from: '2012-01-01', to: '2015-12-31' })
    expect(withYearsOf(recent, emptyCalendar)).toEqual(recent)
    expect(withYearsOf(emptyCalendar, recent)).toEqual(recent)
  })
})
