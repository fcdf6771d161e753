import { describe, expect, it } from 'vitest'
import type { Incident } from '../../../shared/domain/incident.ts'
import { workingOf } from '../../../shared/queries/clock-working.ts'
import { clocksOf, clocksOfGroup, clocksToDo } from '../../../shared/queries/clocks.ts'
import { groupOfRow, itemOfRow } from '../../../shared/queries/row-key.ts'
import { todayOf } from '../../../shared/queries/today.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { anIncident, anOwnIncident, incidentNamed } from '../../make/an-incident.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { readingsFor, TODAY } from '../../make/readings.ts'

const { index } = readingsFor('N1-lead', [])
const email = { receivedAt: '2026-11-20T15:20:00Z', replyTo: 'aac@example.test', text: 'Try it again.' }

describe('INC-10 several emails from AAC that wait', () => {
  const second = { ...email, receivedAt: '2026-11-20T18:00:00Z', text: 'And this.' }
  const both = anIncident({ state: 'email-to-answer', email, laterEmails: [second, second] })
  const group = aCaseGroup({ incidents: [both] })

  it('each have a clock with its own working, and a row that leads to the incident', () => {
    const readings = readingsFor('N1-lead', [group])
    const clocks = clocksOf(readings)
    expect(clocks.map(({ dueAt }) => dueAt)).toEqual([
      '2026-11-21T15:20:00.000Z',
      '2026-11-21T18:00:00.000Z',
      '2026-11-21T18:00:00.000Z',
    ])
    expect(new Set(clocks.map(({ key }) => key)).size).toBe(3)
    for (const { key } of clocks) {
      expect(itemOfRow(key)).toEqual({ kind: 'incident', id: both.id })
      expect(groupOfRow(key)).toBe(group.id)
    }
    expect(clocks.map(clock => workingOf(clock, index).at(-1))).toEqual([
      'So by Saturday 21 November 2026, 15:20.',
      'So by Saturday 21 November 2026, 18:00.',
      'So by Saturday 21 November 2026, 18:00.',
    ])
    const lines = todayOf(readings, '2026-11-21T00:00:00Z', 0)
    expect(lines.find(({ id }) => id === 'emails-to-answer')?.count).toBe(3)
  })

  it('keep their rows when one of them is answered', () => {
    const keys = (incident: Incident) =>
      clocksOfGroup(aCaseGroup({ incidents: [incident] }), index, TODAY).map(({ key }) => key)
    const answered = anIncident({ state: 'email-to-answer', email: second, laterEmails: [second] })
    expect(keys(both).slice(1)).toEqual(keys(answered))
  })
})

describe('INC-2 what runs for an incident that somebody only joined', () => {
  const joined = [{ by: staff('N1-2'), at: '2026-11-20T10:00:00Z', words: 'Same here.' }]
  const all = (more: Partial<Incident>, last: string) =>
    anIncident({ id: incidentNamed(last), joined, ...more })
  const running = [
    all({ state: 'email-to-answer', email }, '1'),
    all({ state: 'call-back', callBackAt: '2026-11-20T09:00:00.000Z' }, '2'),
    all({ state: 'check-back', checkBackOn: '2026-11-20' }, '3'),
  ]

  it.each([
    ['who joined', 'N1-2', 0],
    ['who raised it', 'N1-1', 3],
    ['the leader of its team', 'N1-lead', 3],
  ])('is in the deadlines of %s, and counted, told and due with whom it is', (_, who, counted) => {
    const groups = [aCaseGroup({ holder: staff('N1-1'), incidents: running })]
    const beside = running.map(incident =>
      anOwnIncident({ ...incident, id: incidentNamed(`9${incident.id.slice(-1)}`) }),
    )
    const readings = readingsFor(who, groups, anOrganisation(), undefined, { ownIncidents: beside })
    expect([clocksOf(readings).length, clocksToDo(readings).length]).toEqual([6, counted * 2])
    const lines = todayOf(readings, '2026-11-21T00:00:00Z', 0)
    const countOf = (line: string) => lines.find(({ id }) => id === line)?.count
    expect([countOf('other-deadlines'), countOf('emails-to-answer')]).toEqual(counted === 0 ? [0, 0] : [4, 2])
  })
})
