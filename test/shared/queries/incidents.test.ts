import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import { incidentStates } from '../../../shared/domain/incident-steps.ts'
import {
  groupIncidentsAfter,
  incidentRows,
  incidentsToDo,
  turnOf,
} from '../../../shared/queries/incidents.ts'
import { changesBetween } from '../../../shared/queries/rows-after.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { anEntry, anIncident, anOwnIncident, incidentNamed } from '../../make/an-incident.ts'
import { readingsFor } from '../../make/readings.ts'

const TODAY = '2026-11-21'
const leader = readingsFor('N1-lead', []).view
const raiser = readingsFor('N1-1', []).view
const other = readingsFor('N1-2', []).view

const groupWith = (id: string, ...incidents: readonly Incident[]): CaseGroup =>
  aCaseGroup({ id: id as MasterCaseNumber, incidents })
const rowsOf = (groups: readonly CaseGroup[], view = leader) =>
  groupIncidentsAfter([], changesBetween([], groups), view, TODAY)
const named = (last: string, more: Partial<Incident> = {}) => anIncident({ id: incidentNamed(last), ...more })

describe('INC-3 the queue of a team leader', () => {
  it('has emails to answer first, then consultations and referrals, the oldest clock first', () => {
    const group = groupWith(
      '10000001',
      named('1', { state: 'referred' }),
      named('2', { raisedAt: '2026-11-20T12:00:00.000Z' }),
      named('3', { raisedAt: '2026-11-20T08:00:00.000Z' }),
      named('4', {
        state: 'email-to-answer',
        email: { receivedAt: '2026-11-20T20:00:00.000Z', replyTo: 'a@b.c', text: 'Retry.' },
      }),
      named('5', { state: 'authorised' }),
    )
    const rows = rowsOf([group])
    expect(rows.map(({ incident }) => incident.id)).toEqual(['4', '3', '2', '1', '5'].map(incidentNamed))
    expect(incidentsToDo(rows, leader)).toBe(4)
  })

  it('gets back what is resolved on the day to check back, and not before', () => {
    const on = (checkBackOn: string) =>
      rowsOf([groupWith('10000001', named('1', { state: 'check-back', checkBackOn }))])[0]?.section
    expect([on('2026-11-22'), on('2026-11-21'), on('2026-11-20')]).toEqual(['check-later', 'check', 'check'])
  })
})

describe('INC-2 a caseworker’s own list', () => {
  it('has what he raised, took over or joined, and nothing of his colleagues', () => {
    const joined = [{ by: 'N1-2' as never, at: TODAY, masterCaseNumber: null, words: 'Same here.' }]
    const groups = [
      groupWith('10000001', named('1'), named('2', { joined }), named('3', { retriesBy: 'N1-2' as never })),
    ]
    const away = groups.map(group => ({ ...group, holder: null }))
    expect(rowsOf(away, other).map(({ incident }) => incident.id)).toEqual([
      incidentNamed('2'),
      incidentNamed('3'),
    ])
    expect(rowsOf(away, raiser)).toHaveLength(3)
  })

  it('drops what ended after 28 days', () => {
    const ended = (at: string) => named('1', { state: 'closed', history: [anEntry('close-incident', at)] })
    expect(rowsOf([groupWith('10000001', ended('2026-10-24T10:00:00.000Z'))])).toHaveLength(1)
    expect(rowsOf([groupWith('10000001', ended('2026-10-23T10:00:00.000Z'))])).toHaveLength(0)
  })
})

describe('what waits is drawn as intended', () => {
  it('stands where its step leads, and one that affects no case stands among the others', () => {
    const before = groupWith('10000001', named('1'))
    const after = groupWith('10000001', named('1', { state: 'to-refer' }))
    const rows = incidentRows(
      rowsOf([before]),
      [after],
      [anOwnIncident({ id: incidentNamed('9') })],
      leader,
      TODAY,
    )
    expect(rows.map(({ incident, group }) => [incident.id, incident.state, group?.id ?? null])).toEqual([
      [incidentNamed('9'), 'consulting', null],
      [incidentNamed('1'), 'to-refer', '10000001'],
    ])
  })
})

describe('INC-14 whatever state an incident is in', () => {
  it('it is somebody’s turn, or it has ended or waits for its day', () => {
    for (const state of incidentStates) {
      const [row] = rowsOf([groupWith('10000001', named('1', { state, checkBackOn: '2026-12-01' }))])
      const quiet = ['closed', 'withdrawn', 'check-back'].includes(state)
      expect([state, row && turnOf(row.section) === 'nobody']).toEqual([state, quiet])
    }
  })

  it('a list after a change is the list read anew', () => {
    const incident = fc
      .record({
        id: fc.integer({ min: 1, max: 99 }),
        state: fc.constantFrom(...incidentStates),
        hour: fc.integer({ min: 0, max: 9 }),
      })
      .map(({ id, state, hour }) => named(String(id), { state, raisedAt: `2026-11-20T0${hour}:00:00.000Z` }))
    const groups = fc
      .uniqueArray(
        fc.tuple(
          fc.integer({ min: 1, max: 6 }),
          fc.uniqueArray(incident, { maxLength: 3, selector: each => each.id }),
        ),
        {
          selector: ([number]) => number,
        },
      )
      .map(all => all.map(([number, incidents]) => groupWith(`1000000${number}`, ...incidents)))
    fc.assert(
      fc.property(groups, groups, (before, after) => {
        const stepwise = groupIncidentsAfter(rowsOf(before), changesBetween(before, after), leader, TODAY)
        const key = (rows: ReturnType<typeof rowsOf>) =>
          rows.map(({ group, incident }) => `${group.id} ${incident.id}`)
        expect(key(stepwise).sort()).toEqual(key(rowsOf(after)).sort())
      }),
    )
  })
})
