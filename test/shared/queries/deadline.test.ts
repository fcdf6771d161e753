import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { emptyCalendar } from '../../../shared/domain/calendar.ts'
import type { Division } from '../../../shared/domain/organisation.ts'
import { dayWords, dueAfterHours, dueAfterWorkingDays } from '../../../shared/queries/deadline.ts'
import { publicCalendar } from '../../make/a-calendar.ts'

const due = (received: string, days: number, division: Division) => {
  const { due: on, certain } = dueAfterWorkingDays(received, days, division, publicCalendar)
  expect(certain).toBe(true)
  return on
}
const all = (received: string, days: number) =>
  (['england-and-wales', 'scotland', 'northern-ireland'] as const).map(each => due(received, days, each))

describe('ADV-4 due so many working days of a division after receipt', () => {
  it.each([
    ['a week without holidays', '2026-11-16', ['2026-11-23', '2026-11-23', '2026-11-23']],
    ['St Andrew’s Day, Scotland only', '2026-11-26', ['2026-12-03', '2026-12-04', '2026-12-03']],
    ['Christmas 2024', '2024-12-20', ['2024-12-31', '2024-12-31', '2024-12-31']],
    ['New Year 2025, with 2 January in Scotland', '2024-12-31', ['2025-01-08', '2025-01-09', '2025-01-08']],
    ['St Patrick’s Day 2025', '2025-03-13', ['2025-03-20', '2025-03-20', '2025-03-21']],
    ['Easter 2026, whose Monday Scotland works', '2026-04-01', ['2026-04-10', '2026-04-09', '2026-04-10']],
    ['the twelfth of July 2027, a Monday', '2027-07-08', ['2027-07-15', '2027-07-15', '2027-07-16']],
    ['August 2028, when Scotland is early', '2028-08-04', ['2028-08-11', '2028-08-14', '2028-08-11']],
    ['August 2028, when the others are late', '2028-08-25', ['2028-09-04', '2028-09-01', '2028-09-04']],
    ['Christmas 2027, on a weekend', '2027-12-23', ['2028-01-04', '2028-01-05', '2028-01-04']],
  ])('%s', (_, received, expected) => {
    expect(all(received, 5)).toEqual(expected)
  })

  it('Scotland has Monday 15 June 2026 off, which was added at short notice', () => {
    expect(all('2026-06-12', 1)).toEqual(['2026-06-15', '2026-06-16', '2026-06-15'])
    expect(dueAfterWorkingDays('2026-06-12', 1, 'scotland', publicCalendar).working).toEqual([
      'From Friday 12 June 2026; counting starts the day after.',
      '1 working day of Scotland, without Saturdays and Sundays and without Monday 15 June 2026 (World Cup bank holiday).',
      'So by the end of Tuesday 16 June 2026.',
    ])
  })

  it('is never on a weekend, never before the day after, and later for each day more, from 2024 to 2028', () => {
    const day = fc.integer({ min: 0, max: 1780 })
    const division = fc.constantFrom<Division>('england-and-wales', 'scotland', 'northern-ireland')
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), division, (after, days, where) => {
        const received = Temporal.PlainDate.from('2024-01-01').add({ days: after }).toString()
        const on = due(received, days, where)
        expect(on > received).toBe(true)
        expect(Temporal.PlainDate.from(on).dayOfWeek).toBeLessThan(6)
        expect(publicCalendar.holidays[where]).not.toContain(on)
        expect(due(received, days + 1, where) > on).toBe(true)
        expect(dayWords(on)).toContain(
          Temporal.PlainDate.from(on).toLocaleString('en-GB', { weekday: 'long' }),
        )
      }),
    )
  })
})

describe('ADV-5 a calendar that ends before a deadline', () => {
  it('says so instead of guessing', () => {
    const beyond = dueAfterWorkingDays('2028-12-28', 5, 'scotland', publicCalendar)
    expect(beyond).toMatchObject({ due: '2029-01-04', certain: false })
    expect(beyond.working.at(-1)).toBe(
      'The bank holidays of Scotland are known from 1 January 2012 to 31 December 2028 only, so this is not certain: not before Thursday 4 January 2029, later if a bank holiday falls between.',
    )
    expect(dueAfterWorkingDays('2026-11-26', 1, 'scotland', emptyCalendar)).toMatchObject({ certain: false })
  })
})

describe('INC-10 hours run on the clock', () => {
  it('through a weekend and a bank holiday', () => {
    expect(dueAfterHours('2026-12-24T14:10:00Z', 24).due).toBe('2026-12-25T14:10:00Z')
  })

  it('across both changes of the clocks, and say so', () => {
    expect(dueAfterHours('2026-03-28T14:10:00Z', 24)).toEqual({
      due: '2026-03-29T14:10:00Z',
      certain: true,
      working: [
        '24 hours from Saturday 28 March 2026, 14:10, on the clock: nights, weekends and bank holidays count.',
        'The clocks go forward in between: by the clock on the wall it is an hour later.',
        'So by Sunday 29 March 2026, 15:10.',
      ],
    })
    expect(dueAfterHours('2026-10-24T13:10:00Z', 24).working).toEqual([
      '24 hours from Saturday 24 October 2026, 14:10, on the clock: nights, weekends and bank holidays count.',
      'The clocks go back in between: by the clock on the wall it is an hour earlier.',
      'So by Sunday 25 October 2026, 13:10.',
    ])
  })

  it('are elapsed hours whatever the clocks do, and are said as London reads them', () => {
    const instant = fc.integer({ min: 1_704_067_200, max: 1_861_920_000 })
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 100 }), (seconds, hours) => {
        const from = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
        const { due: at, working } = dueAfterHours(from.toString(), hours)
        expect(Date.parse(at)).toBe((seconds + hours * 3600) * 1000)
        const [before, after] = [from, Temporal.Instant.from(at)].map(each =>
          each.toZonedDateTimeISO('Europe/London'),
        )
        const shift = (after?.offsetNanoseconds ?? 0) - (before?.offsetNanoseconds ?? 0)
        expect(working.some(line => line.startsWith('The clocks go'))).toBe(shift !== 0)
        expect(working.at(-1)).toContain(after?.toPlainTime().toString({ smallestUnit: 'minute' }))
      }),
    )
  })
})
