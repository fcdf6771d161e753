import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Actor, HistoryEntry, HistoryEvent } from '../../../shared/domain/history.ts'
import { withHere } from '../../../shared/domain/request-here.ts'
import { recoveryRows } from '../../../shared/queries/recoveries.ts'
import { todayOf } from '../../../shared/queries/today.ts'
import type { TodayLine } from '../../../shared/queries/today-line.ts'
import { aCaseGroup, aLetter, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { acknowledged, aRecovery, organisationLeft } from '../../make/a-recovery.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { anIncident } from '../../make/an-incident.ts'
import { staff, team } from '../../make/an-organisation.ts'
import { readingsFor, TODAY } from '../../make/readings.ts'

const SINCE = '2026-11-20T17:05:00Z'
const person = (number: string): Actor => ({ kind: 'person', staff: staff(number) })
const entry = (event: HistoryEvent, at = '2026-11-21T08:00:00Z', by = 'N1-lead'): HistoryEntry => ({
  at,
  actor: person(by),
  event,
  reason: null,
  batch: null,
})
const toHim: HistoryEvent = { kind: 'allocated', from: null, to: staff('N1-1'), team: team('N1') }
const lockSet: HistoryEvent = { kind: 'lock-set', category: 'enforcement-action', reviewOn: TODAY }
const returned: HistoryEvent = {
  kind: 'returned',
  from: staff('N1-2'),
  segment: aCaseGroup().segment,
  lockCleared: null,
}

const told = (lines: readonly TodayLine[]) =>
  Object.fromEntries(lines.filter(({ count }) => count > 0).map(({ id, count }) => [id, count]))
const toldTo = (actor: string, groups: readonly CaseGroup[]) =>
  told(todayOf(readingsFor(actor, groups), SINCE, 0))

describe('ACC-2 Today of a caseworker', () => {
  it('tells what was given to him, that it came back, and what others did to it since', () => {
    const history = [entry(lockSet, '2026-11-21T09:00:00Z'), entry(toHim), entry(returned)]
    expect(toldTo('N1-1', [aCaseGroup({ history })])).toEqual({
      bounced: 1,
      'groups-given': 1,
      'locks-set': 1,
    })
  })

  it('has no news of his own deeds, and none from before he looked', () => {
    const own = aCaseGroup({ history: [entry(lockSet, undefined, 'N1-1')] })
    const old = aCaseGroup({ id: number('2'), history: [entry(toHim, '2026-11-20T17:05:00Z')] })
    expect(toldTo('N1-1', [own, old])).toEqual({})
  })

  it('tells nothing of what a colleague holds', () => {
    const group = aCaseGroup({
      holder: staff('N1-2'),
      history: [entry(lockSet)],
      serviceRequests: [aRequest('1', { holder: staff('N1-2'), dueOn: '2026-11-01' })],
    })
    expect(toldTo('N1-1', [group])).toEqual({})
  })

  it('SR-7, INC-3: what waits for him is due: an answer, work, post, and the next step of his incident', () => {
    const answer = withHere(aSpecialistRequest('DNA-1', { status: 'Closed' }), {
      closedOn: '2026-11-20',
      outcome: 'He is the father.',
    })
    const group = aCaseGroup({
      serviceRequests: [answer, aRequest('1', { dueOn: '2026-11-01' })],
      post: [aLetter('P-1')],
      incidents: [anIncident({ state: 'authorised' })],
    })
    expect(toldTo('N1-1', [group])).toEqual({
      'requests-answered': 1,
      'requests-overdue': 1,
      'post-to-do': 1,
      'incidents-to-go-on': 1,
    })
  })

  it('LOCK-8: a review of his lock is not his to do', () => {
    expect(toldTo('N1-1', [aCaseGroup({ lock: aLock({ reviewOn: TODAY }) })])).toEqual({})
  })
})

describe('ACC-2 Today of a specialist', () => {
  const assigned: HistoryEvent = {
    kind: 'request-assigned',
    type: 'Parentage dispute',
    from: null,
    to: staff('DNA-1'),
  }
  const group = aCaseGroup({
    history: [entry(assigned, undefined, 'DNA-lead'), entry(lockSet)],
    serviceRequests: [aSpecialistRequest('DNA-1', { type: 'Parentage dispute', dueOn: '2026-11-25' })],
  })

  it('tells what was given to him and is due, and nothing else of the group that he only reads', () => {
    expect(toldTo('DNA-1', [group])).toEqual({ 'requests-given': 1, 'requests-this-week': 1 })
  })

  it('tells his manager what was given to whom, and his leader nothing of what he gave himself', () => {
    expect(toldTo('DNA-mgr', [group])).toMatchObject({ 'requests-assigned': 1 })
    expect(toldTo('DNA-lead', [group])).not.toHaveProperty('requests-assigned')
  })
})

describe('ORPH-4 Today of local IT', () => {
  const organisation = organisationLeft()
  const toldIt = (...recoveries: readonly ReturnType<typeof aRecovery>[]) => {
    const readings = readingsFor('it', [], organisation)
    const rows = recoveryRows(recoveries, {
      asIt: true,
      isLost: () => false,
      index: readings.index,
      today: readings.today,
    })
    return told(todayOf({ ...readings, recoveries: rows }, SINCE, 0))
  }

  it('tells what is new, in hand and chased, and what was asked for since', () => {
    const asked = { requestedAt: '2026-11-21T08:00:00Z' }
    const before = { requestedAt: '2026-11-19T08:00:00Z' }
    expect(
      toldIt(
        aRecovery({ ...asked, masterCaseNumber: number('10000001') }),
        aRecovery({ ...before, masterCaseNumber: number('10000002'), acknowledged }),
        aRecovery({
          ...before,
          masterCaseNumber: number('10000003'),
          chases: [{ by: staff('N1-lead'), at: '2026-11-20T08:00:00Z' }],
        }),
      ),
    ).toEqual({
      'recoveries-chased': 1,
      'recoveries-new': 1,
      'recoveries-acknowledged': 1,
      'recoveries-asked': 1,
    })
  })

  it('and what the team needs no more, not what IT ended itself', () => {
    const ended = (by: string) => ({
      end: { kind: 'withdrawn', by: staff(by), at: '2026-11-21T08:00:00Z', reason: null } as const,
    })
    expect(
      toldIt(
        aRecovery({ masterCaseNumber: number('10000001'), ...ended('N1-lead') }),
        aRecovery({ masterCaseNumber: number('10000002'), ...ended('it') }),
      ),
    ).toEqual({ 'recoveries-ended': 1 })
  })
})
