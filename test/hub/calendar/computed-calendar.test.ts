import { describe, expect, it } from 'vitest'
import { computedCalendar } from '../../../hub/calendar/computed-calendar.ts'

describe('ADV-4 the bank holidays of a division', () => {
  const { holidays, covers } = computedCalendar(2026, 2027)

  it('differ between England and Wales, Scotland and Northern Ireland', () => {
    expect(holidays['northern-ireland']).toContain('2026-07-13')
    expect(holidays['england-and-wales']).not.toContain('2026-07-13')
    expect(holidays.scotland).toContain('2026-01-02')
    expect(holidays.scotland).not.toContain('2026-04-06')
    expect(holidays['england-and-wales']).toContain('2026-12-28')
  })

  it('ADV-5 are of whole years, sorted, each once, and say which', () => {
    expect(covers).toEqual({ from: '2026-01-01', to: '2027-12-31' })
    for (const dates of Object.values(holidays)) expect(dates).toEqual([...new Set(dates)].sort())
  })
})
