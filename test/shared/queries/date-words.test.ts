import { describe, expect, it } from 'vitest'
import { counted, dueWords, longDate, numberWords, whenWords } from '../../../shared/queries/date-words.ts'

describe('dates and numbers in words', () => {
  it('says dates in full', () => expect(longDate('2026-11-03')).toBe('3 November 2026'))

  it('says times as the clock in London has them, in summer too', () => {
    expect(whenWords('2026-11-20T18:00:00Z', '2026-11-21')).toBe('20 November 2026 at 18:00')
    expect(whenWords('2026-07-20T23:30:00Z', '2026-07-21')).toBe('today at 00:30')
  })

  it.each([
    ['2026-11-21', 'due today'],
    ['2026-11-20', '1 day overdue'],
    ['2026-11-24', 'due 24 Nov 2026'],
  ])('says of %s that it is %s', (dueOn, words) => expect(dueWords(dueOn, '2026-11-21')).toBe(words))

  it('counts in the singular and with commas', () => {
    expect(counted(1, 'case group')).toBe('1 case group')
    expect(counted(2431, 'case group')).toBe('2,431 case groups')
    expect(numberWords(1_234_567)).toBe('1,234,567')
  })
})
