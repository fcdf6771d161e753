import { describe, expect, it } from 'vitest'
import type { IncidentClock } from '../../../shared/domain/incident-clock.ts'
import { clockWords, clockWorking } from '../../../shared/queries/incident-clock-words.ts'

// A Friday.
const NOW = '2026-11-27T10:00:00.000Z'

const callBack = (due: string): IncidentClock => ({ kind: 'call-back', due })
const answer = (receivedAt: string, due: string): IncidentClock => ({
  kind: 'answer',
  email: { receivedAt, replyTo: 'aac@example.org', text: 'Retry.' },
  due,
})

describe('INC-9 when AAC calls back', () => {
  it.each([
    ['2026-11-27T14:10:00.000Z', 'call-back Fri 14:10'],
    ['2026-12-03T14:10:00.000Z', 'call-back Thu 14:10'],
    ['2026-12-04T14:10:00.000Z', 'call-back 4 Dec 14:10'],
    ['2026-12-17T14:10:00.000Z', 'call-back 17 Dec 14:10'],
    ['2027-01-07T14:10:00.000Z', 'call-back 7 Jan 2027 14:10'],
    ['2026-11-26T09:00:00.000Z', 'was due Thu 09:00'],
    ['2026-11-11T09:00:00.000Z', 'was due 11 Nov 09:00'],
  ])('%s: a weekday only where it can be no other one', (due, words) => {
    expect(clockWords(callBack(due), NOW)).toBe(words)
  })
})

describe('INC-10 by when an email is answered', () => {
  it('since when it is late is a date where that was not this week', () => {
    const late = answer('2026-11-10T09:00:00.000Z', '2026-11-11T09:00:00.000Z')
    expect(clockWords(late, NOW)).toBe('late since 11 Nov 09:00')
    expect(clockWorking(late, NOW)).toContain('from 10 Nov 09:00, so by 11 Nov 09:00')
  })

  it('what is over is said in words, for whom no colour tells it', () => {
    const working = (due: string) => clockWorking(answer('2026-11-26T09:00:00.000Z', due), NOW)
    expect(working('2026-11-27T09:59:59.999Z')).toMatch(/^Overdue\. To be answered/)
    expect(working('2026-11-27T10:00:00.000Z')).toMatch(/^To be answered/)
    const check = (on: string) => clockWorking({ kind: 'check-back', on }, NOW)
    expect(check('2026-11-26')).toBe('Overdue. To be checked on 26 November 2026.')
    expect(check('2026-11-27')).toBe('To be checked on 27 November 2026.')
  })

  it('within the week it is a weekday, by the clock in London', () => {
    expect(clockWords(answer('2026-11-26T13:10:00.000Z', '2026-11-27T13:10:00.000Z'), NOW)).toBe(
      'answer by Fri 13:10',
    )
  })
})
