import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { londonTime } from '../../../shared/domain/time.ts'
import { clocksOf } from '../../../shared/queries/clocks.ts'
import { isWorkingTime, noticeAt, noticesAt, type WorkingPlace } from '../../../shared/queries/notices.ts'
import { publicCalendar } from '../../make/a-calendar.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { anAdviceRequest } from '../../make/an-advice-request.ts'
import { anIncident } from '../../make/an-incident.ts'
import { readingsFor } from '../../make/readings.ts'

const belfast: WorkingPlace = { division: 'northern-ireland', calendar: publicCalendar }
const glasgow: WorkingPlace = { ...belfast, division: 'scotland' }

const email = { receivedAt: '2026-11-25T15:20:00Z', replyTo: 'aac@example.test', text: 'Try it again.' }
const group = aCaseGroup({
  serviceRequests: [
    aRequest('1', { dueOn: '2026-11-26' }),
    aRequest('2', { dueOn: '2026-11-26' }),
    anAdviceRequest(
      'DNA-1',
      { dueOn: '2026-11-26', number: 'u' as never },
      { urgent: true, dueAt: '2026-11-26T11:00:00Z' },
    ),
  ],
  incidents: [anIncident({ state: 'email-to-answer', email })],
})
const clocks = clocksOf(readingsFor('N1-lead', [group]))
/** What is told on one desk, moment after moment. */
function aDesktop(place = belfast) {
  const told = new Set<string>()
  return (now: string, these = clocks) =>
    noticesAt(these, now, place, ({ id }) => {
      const before = told.has(id)
      told.add(id)
      return before
    })
}
const textsAt = (now: string) => aDesktop()(now)

describe('a desktop notice', () => {
  it('comes two hours before a breach, and in the morning for what is due by the end of the day', () => {
    expect(textsAt('2026-11-26T08:59:00Z')).toEqual(['2 deadlines by the end of today.'])
    expect(textsAt('2026-11-26T09:00:00Z')).toEqual([
      'Urgent advice is due at 11:00.',
      '2 deadlines by the end of today.',
    ])
    expect(textsAt('2026-11-26T13:19:00Z')).toEqual(['2 deadlines by the end of today.'])
    expect(textsAt('2026-11-26T13:20:00Z')[0]).toBe('Answer to AAC is due at 15:20.')
    expect(textsAt('2026-11-26T15:20:00Z')).toEqual(['2 deadlines by the end of today.'])
  })

  it('comes once', () => {
    const tell = aDesktop()
    expect(tell('2026-11-26T13:20:00Z')).toHaveLength(2)
    expect(tell('2026-11-26T13:21:00Z')).toEqual([])
  })

  it('comes again for what is due today and arose after the first, and not for what is done or told', () => {
    const later = (...numbers: readonly string[]) =>
      clocksOf(
        readingsFor('N1-lead', [
          aCaseGroup({ serviceRequests: numbers.map(each => aRequest(each, { dueOn: '2026-11-26' })) }),
        ]),
      )
    const tell = aDesktop()
    expect(tell('2026-11-26T08:30:00Z', later('1', '2'))).toEqual(['2 deadlines by the end of today.'])
    expect(tell('2026-11-26T11:00:00Z', later('2'))).toEqual([])
    expect(tell('2026-11-26T11:01:00Z', later('2', '3'))).toEqual(['1 more deadline by the end of today.'])
    expect(tell('2026-11-26T11:02:00Z', later('2', '3'))).toEqual([])
  })

  it('INC-10 comes for each email from AAC that waits, before its own 24 hours are over', () => {
    const second = { ...email, receivedAt: '2026-11-25T16:00:00Z' }
    const both = aCaseGroup({
      incidents: [anIncident({ state: 'email-to-answer', email, laterEmails: [second] })],
    })
    expect(aDesktop()('2026-11-26T14:00:00Z', clocksOf(readingsFor('N1-lead', [both])))).toEqual([
      'Answer to AAC is due at 15:20.',
      'Answer to AAC is due at 16:00.',
    ])
  })

  it('comes from Monday to Friday, 08:00 to 18:00, on working days of the division', () => {
    const at = (now: string, place = belfast) => isWorkingTime(now, place)
    expect(
      ['2026-11-26T07:59:00Z', '2026-11-26T08:00:00Z', '2026-11-26T17:59:00Z', '2026-11-26T18:00:00Z'].map(
        now => at(now),
      ),
    ).toEqual([false, true, true, false])
    expect(at('2026-07-01T07:30:00Z')).toBe(true)
    expect(at('2026-11-28T10:00:00Z')).toBe(false)
    expect([at('2026-11-30T10:00:00Z'), at('2026-11-30T10:00:00Z', glasgow)]).toEqual([true, false])
    expect([at('2026-06-15T10:00:00Z'), at('2026-06-15T10:00:00Z', glasgow)]).toEqual([true, false])
  })

  it('comes before the working hours end where the two hours would be outside them', () => {
    expect(noticeAt('2026-11-26T15:20:00Z', belfast)).toBe('2026-11-26T13:20:00.000Z')
    expect(noticeAt('2026-11-26T22:00:00Z', belfast)).toBe('2026-11-26T16:00:00.000Z')
    expect(noticeAt('2026-11-27T09:00:00Z', belfast)).toBe('2026-11-26T16:00:00.000Z')
    expect(noticeAt('2026-11-30T09:00:00Z', belfast)).toBe('2026-11-27T16:00:00.000Z')
    expect(noticeAt('2026-12-01T09:00:00Z', glasgow)).toBe('2026-11-27T16:00:00.000Z')
    expect(noticeAt('2026-07-02T07:00:00Z', belfast)).toBe('2026-07-01T15:00:00.000Z')
  })

  it('is always planned for working hours, at least two hours before', () => {
    const moment = fc.date({ min: new Date('2024-01-10'), max: new Date('2028-12-20'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, fc.constantFrom(belfast, glasgow), (date, place) => {
        const planned = noticeAt(date.toISOString(), place)
        expect([planned, isWorkingTime(planned, place), londonTime(planned) >= '08:00']).toEqual([
          planned,
          true,
          true,
        ])
        expect(date.getTime() - Date.parse(planned)).toBeGreaterThanOrEqual(2 * 3_600_000)
      }),
    )
  })

  it('ACC-3 is about nobody', () => {
    for (const text of textsAt('2026-11-26T13:20:00Z')) {
      expect(text).not.toMatch(/\d{5}/)
      for (const { lastName } of group.people) expect(text).not.toContain(lastName)
    }
  })
})
