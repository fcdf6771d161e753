import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import { incidentStates } from '../../../shared/domain/incident-steps.ts'
import { clocksOf } from '../../../shared/queries/clocks.ts'
import { turnWords } from '../../../shared/queries/incident-turn-words.ts'
import {
  groupIncidentsAfter,
  incidentRows,
  incidentsToDo,
  rowOfIncident,
} from '../../../shared/queries/incidents.ts'
import { readingsOf } from '../../../shared/queries/readings.ts'
import { changesBetween } from '../../../shared/queries/rows-after.ts'
import { viewpointOf } from '../../../shared/queries/viewpoint.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aDeputyship, anAbsence, aRota, indexOf } from '../../make/a-rota.ts'
import { anEntry, anIncident, anOwnIncident, incidentNamed } from '../../make/an-incident.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

const TODAY = '2026-11-21'
const { view: leader, index } = readingsFor('N1-lead', [])
const raiser = readingsFor('N1-1', []).view
const other = readingsFor('N1-2', []).view

const groupWith = (id: string, ...incidents: readonly Incident[]): CaseGroup =>
  aCaseGroup({ id: id as MasterCaseNumber, incidents })
const rowsOf = (groups: readonly CaseGroup[], view = leader) =>
  groupIncidentsAfter([], changesBetween([], groups), view, index, TODAY)
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
    expect(incidentsToDo(rows)).toBe(4)
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

describe('INC-18, ALLOC-13 an open incident on a group that has closed', () => {
  it('stays with the team leader and the segment manager, its clock too; what had ended goes', () => {
    const open = named('1', {
      state: 'email-to-answer',
      email: { receivedAt: '2026-11-20T20:00:00.000Z', replyTo: 'a@b.c', text: 'Retry.' },
    })
    const ended = named('2', {
      state: 'closed',
      history: [anEntry('close-incident', '2026-11-20T10:00:00.000Z')],
    })
    const closed = { ...groupWith('10000001', open, ended), status: 'Closed' as const }
    for (const number of ['N1-lead', 'N1-mgr']) {
      const readings = readingsFor(number, [closed])
      expect(readings.incidents.map(({ incident }) => incident.id)).toEqual([incidentNamed('1')])
      expect(clocksOf(readings)).toMatchObject([{ kind: 'email-to-answer' }])
    }
    expect(readingsFor('N2-lead', [closed]).incidents).toEqual([])
  })
})

describe('INC-18, TEAM-2 the raiser is gone', () => {
  const email = { receivedAt: '2026-11-20T20:00:00.000Z', replyTo: 'a@b.c', text: 'Retry.' }
  const toRaise = (more: Partial<CaseGroup> = {}) => ({
    ...groupWith(
      '10000001',
      named('1', { state: 'authorised' }),
      named('2', { state: 'email-to-answer', email }),
    ),
    ...more,
  })
  const rotas = [aRota('N1', { absences: [anAbsence('N1-1', '2026-11-20', '2026-11-30')] })]
  const seen = (actor: string, group: CaseGroup) => {
    const index = indexOf(rotas)
    const view = viewpointOf(staff(actor), index, TODAY)
    if (!view) throw new Error('Not on the staff.')
    const readings = readingsOf({ groups: [group], intended: new Set() }, view, index, TODAY)
    return { readings, rows: readings.incidents, toDo: incidentsToDo(readings.incidents) }
  }

  it('the team leader is told that both are his, and the clock has his name', () => {
    const { readings, rows, toDo } = seen('N1-lead', toRaise({ holder: 'N1-1' as never }))
    expect(toDo).toBe(2)
    expect(rows.map(row => [row.turn, turnWords(row, readings.index, TODAY)])).toEqual([
      ['leader', 'Person N1-lead'],
      ['leader', 'Person N1-lead'],
    ])
    expect(clocksOf(readings)).toMatchObject([{ kind: 'email-to-answer', whose: 'N1-lead' }])
  })

  it('TEAM-3: with the leader away too, the deputy is named, and without one the manager', () => {
    const incident = anIncident()
    const waitsFor = (rota: Parameters<typeof aRota>[1]) => {
      const withRota = indexOf([aRota('N1', rota)])
      const view = viewpointOf('N1-lead' as never, withRota, TODAY)
      if (!view) throw new Error('Not on the staff.')
      const row = rowOfIncident(incident, groupWith('10000001', incident), [], view, withRota, TODAY)
      return turnWords(row, withRota, TODAY)
    }
    const absences = [anAbsence('N1-lead', '2026-11-20', '2026-11-30')]
    const deputyships = [aDeputyship('N1-lead', 'N2-lead', '2026-11-20', '2026-11-30')]
    expect(waitsFor({})).toBe('Person N1-lead')
    expect(waitsFor({ absences })).toBe('segment manager')
    expect(waitsFor({ absences, deputyships })).toBe('Person N2-lead')
  })

  it('the new holder is, too', () => {
    const { readings, rows, toDo } = seen('N1-2', toRaise({ holder: 'N1-2' as never }))
    expect([rows.length, toDo]).toEqual([2, 2])
    expect(rows.map(({ turn, answering }) => [turn, answering])).toEqual([
      ['either', 'N1-2'],
      ['either', 'N1-2'],
    ])
    expect(clocksOf(readings)).toMatchObject([{ whose: 'N1-2' }])
  })
})

describe('INC-16 what the leader referred himself', () => {
  it('is another’s turn, not his', () => {
    const group = groupWith('10000001', named('1', { state: 'referred', raisedBy: 'N1-lead' as never }))
    const [own] = readingsFor('N1-lead', [group]).incidents
    expect(own && [own.turn, turnWords(own, index, TODAY)]).toEqual([
      'approver',
      'another team leader of the segment or the segment manager',
    ])
    expect(incidentsToDo(rowsOf([group]))).toBe(0)
    const { incidents } = readingsFor('N1-mgr', [group])
    expect(incidentsToDo(incidents)).toBe(1)
  })

  it('is another’s turn while he is away, too: any leader of the segment', () => {
    const withRota = indexOf([aRota('N1', { absences: [anAbsence('N1-lead', '2026-11-20', '2026-11-30')] })])
    const incident = named('1', { state: 'referred', raisedBy: 'N1-lead' as never })
    const group = groupWith('10000001', incident)
    const rowFor = (who: string) => {
      const view = viewpointOf(staff(who), withRota, TODAY)
      if (!view) throw new Error('Not on the staff.')
      return rowOfIncident(incident, group, [], view, withRota, TODAY)
    }
    expect(['N2-lead', 'N1-mgr', 'N1-lead', 'S1-lead'].map(who => rowFor(who).yours)).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(turnWords(rowFor('N2-lead'), withRota, TODAY)).toBe(
      'another team leader of the segment or the segment manager',
    )
  })

  it('is not the segment manager’s where he raised it, though the team leader may', () => {
    const group = groupWith('10000001', named('1', { state: 'referred', raisedBy: 'N1-mgr' as never }))
    const toDo = (who: string) => incidentsToDo(readingsFor(who, [group]).incidents)
    expect([toDo('N1-mgr'), toDo('N1-lead'), toDo('N2-lead')]).toEqual([0, 1, 1])
    const [own] = readingsFor('N1-mgr', [group]).incidents
    expect(own && turnWords(own, index, TODAY)).toBe('a team leader of the segment')
  })

  it('is in the list of another leader of the segment, with a case and without, as long as it waits', () => {
    const own = anOwnIncident({ id: incidentNamed('9'), state: 'referred', raisedBy: 'N1-lead' as never })
    const listed = (who: string, state: 'referred' | 'authorised') => {
      const group = groupWith('10000001', named('1', { state, raisedBy: 'N1-lead' as never }))
      const beside = { ownIncidents: [{ ...own, incident: { ...own.incident, state } }] }
      const { incidents } = readingsFor(who, [group], anOrganisation(), undefined, beside)
      return [incidents.length, incidentsToDo(incidents)]
    }
    expect(listed('N2-lead', 'referred')).toEqual([2, 2])
    expect(listed('N2-lead', 'authorised')).toEqual([0, 0])
    expect(listed('S1-lead', 'referred')).toEqual([0, 0])
  })
})

describe('INC-2, RTS-6 a team leader who joined an incident of another team', () => {
  it('has it in his list, and nothing of it to do: its own leader decides', () => {
    const joined = [{ by: 'S1-lead' as never, at: TODAY, masterCaseNumber: null, words: 'Same here.' }]
    const group = groupWith(
      '10000001',
      named('1', { joined }),
      named('2', { joined, state: 'referred' }),
      named('3', { joined, state: 'solved' }),
    )
    const { incidents } = readingsFor('S1-lead', [group])
    expect(incidents.map(({ yours }) => yours)).toEqual([false, false, false])
    expect(incidentsToDo(readingsFor('N1-lead', [group]).incidents)).toBe(3)
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
      [],
      leader,
      index,
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
      expect([state, row?.turn === 'nobody']).toEqual([state, quiet])
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
        const stepwise = groupIncidentsAfter(
          rowsOf(before),
          changesBetween(before, after),
          leader,
          index,
          TODAY,
        )
        const key = (rows: ReturnType<typeof rowsOf>) =>
          rows.map(({ group, incident }) => `${group.id} ${incident.id}`)
        expect(key(stepwise).sort()).toEqual(key(rowsOf(after)).sort())
      }),
    )
  })
})
