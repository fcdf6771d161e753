import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerDueAt, clockOf } from '../../../shared/domain/incident-clock.ts'
import { clockInLondon, instantsInLondon } from '../../../shared/domain/time.ts'
import { anEntry, anIncident } from '../../make/an-incident.ts'

const email = { receivedAt: '2026-11-26T14:10:00.000Z', replyTo: 'aac@example.org', text: 'Retry.' }

describe('INC-10 the clock of an email from AAC', () => {
  it('runs 24 hours from its receipt, over nights and weekends', () => {
    expect(clockOf(anIncident({ state: 'email-to-answer', email }))).toEqual({
      kind: 'answer',
      email,
      due: '2026-11-27T14:10:00.000Z',
    })
  })

  it('is elapsed time where the clocks change: an hour later by the clock in autumn, earlier in spring', () => {
    const wall = (receivedAt: string) => clockInLondon(answerDueAt(receivedAt)).slice(11)
    expect(wall('2026-10-24T14:10:00.000Z')).toBe('14:10')
    expect(clockInLondon('2026-10-24T14:10:00.000Z').slice(11)).toBe('15:10')
    expect(wall('2027-03-27T14:10:00.000Z')).toBe('15:10')
  })
})

describe('INC-3, INC-9 the other clocks', () => {
  it('are the call-back’s time, the day to check back, and since when it stands as it does', () => {
    const callBackAt = '2026-11-27T09:00:00.000Z'
    expect(clockOf(anIncident({ state: 'call-back', callBackAt }))).toEqual({
      kind: 'call-back',
      due: callBackAt,
    })
    expect(clockOf(anIncident({ state: 'check-back', checkBackOn: '2026-11-30' }))).toEqual({
      kind: 'check-back',
      on: '2026-11-30',
    })
    expect(clockOf(anIncident())).toEqual({ kind: 'since', from: anIncident().raisedAt })
  })

  it('do not start anew when something is filled in or somebody joins', () => {
    const history = [
      anEntry('raise-incident', '2026-11-20T10:00:00.000Z'),
      anEntry('direct-referral', '2026-11-21T10:00:00.000Z'),
      anEntry('complete-details', '2026-11-22T10:00:00.000Z'),
      anEntry('join-incident', '2026-11-23T10:00:00.000Z'),
    ]
    expect(clockOf(anIncident({ state: 'to-refer', history }))).toEqual({
      kind: 'since',
      from: '2026-11-21T10:00:00.000Z',
    })
  })
})

describe('the instants of a clock in London', () => {
  it('are those that show it again, summer and winter', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2028, 11) }), at => {
        const minute = new Date(at - (at % 60_000)).toISOString()
        const clock = clockInLondon(minute)
        const instants = instantsInLondon(clock)
        expect(instants).toContain(minute)
        expect(instants.map(clockInLondon)).toEqual(instants.map(() => clock))
      }),
    )
  })

  it.each([
    ['2026-10-25T01:30', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
    ['2026-10-25T02:00', ['2026-10-25T02:00:00.000Z']],
    ['2026-03-29T01:30', []],
    ['2026-03-29T02:00', ['2026-03-29T01:00:00.000Z']],
    ['2026-02-30T10:00', []],
    ['2026-13-01T00:00', []],
    ['', []],
  ])('%s: twice in the hour that comes twice, never where there is no such time', (clock, instants) => {
    expect(instantsInLondon(clock)).toEqual(instants)
  })
})
