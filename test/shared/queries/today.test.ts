import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Actor, HistoryEntry, HistoryEvent } from '../../../shared/domain/history.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { todayOf } from '../../../shared/queries/today.ts'
import type { TodayLineId } from '../../../shared/queries/today-line.ts'
import { aCaseGroup, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { anAdviceRequest } from '../../make/an-advice-request.ts'
import { anIncident, incidentNamed } from '../../make/an-incident.ts'
import { segment, staff, team } from '../../make/an-organisation.ts'
import { readingsFor, TODAY } from '../../make/readings.ts'

const SINCE = '2026-11-20T17:05:00Z'
const home = segment('FS_GB_MAINT_NO_MSR')
const person = (number: string): Actor => ({ kind: 'person', staff: staff(number) })
const entry = (event: HistoryEvent, at = '2026-11-21T08:00:00Z', actor = person('N1-mgr')): HistoryEntry => ({
  at,
  actor,
  event,
  reason: null,
  batch: null,
})
const returned: HistoryEvent = { kind: 'returned', from: staff('N1-1'), segment: home, lockCleared: null }
const allocated: HistoryEvent = { kind: 'allocated', from: null, to: staff('N1-2'), team: team('N1') }
const lockSet: HistoryEvent = { kind: 'lock-set', category: 'enforcement-action', reviewOn: TODAY }

const countOf = (id: TodayLineId, groups: readonly CaseGroup[], actor = 'N1-lead') =>
  todayOf(readingsFor(actor, groups), SINCE, 0).find(line => line.id === id)?.count

describe('INC-3, INC-10 what of the incidents is due', () => {
  it('is told by emails to answer and by what is the team leader’s to decide', () => {
    const email = { receivedAt: SINCE, replyTo: 'a@b.c', text: 'Retry.' }
    const incidents = [
      anIncident({ id: incidentNamed('1'), state: 'email-to-answer', email }),
      anIncident({ id: incidentNamed('2') }),
      anIncident({ id: incidentNamed('3'), state: 'referred' }),
      anIncident({ id: incidentNamed('4'), state: 'authorised' }),
    ]
    const groups = [aCaseGroup({ incidents })]
    expect([countOf('emails-to-answer', groups), countOf('incidents-to-decide', groups)]).toEqual([1, 2])
  })
})

describe('INC-11 retries that are handed to somebody who is not sent the case group', () => {
  const retries = (more: Partial<Incident> = {}, holder = 'N1-1') => [
    aCaseGroup({
      holder: staff(holder),
      incidents: [anIncident({ state: 'rejected', retriesBy: staff('N1-2'), ...more })],
    }),
  ]
  const unseen = (groups: readonly CaseGroup[], who?: string) => countOf('retries-unseen', groups, who)

  it('are due with the team leader, who allocates it or hands them on, and with nobody else', () => {
    expect(['N1-lead', 'N1-1', 'N2-lead', 'N1-mgr'].map(who => unseen(retries(), who))).toEqual([1, 0, 0, 0])
  })

  it('are not once he holds the case group, the raiser has them, or it is over', () => {
    const over = [retries({}, 'N1-2'), retries({ retriesBy: null }), retries({ state: 'withdrawn' })]
    expect(over.map(groups => unseen(groups))).toEqual([0, 0, 0])
  })
})

describe('INC-16 a referral of the team leader himself', () => {
  it('is due with those who may authorise it, and not with him', () => {
    const groups = [
      aCaseGroup({ incidents: [anIncident({ state: 'referred', raisedBy: staff('N1-lead') })] }),
    ]
    const toDecide = (who: string) => countOf('incidents-to-decide', groups, who)
    expect(['N1-lead', 'N2-lead', 'N1-mgr', 'S1-lead'].map(toDecide)).toEqual([0, 1, 1, 0])
  })
})

describe('what changed since one last looked', () => {
  it.each([
    ['returned', returned],
    ['allocated', allocated],
    ['moved', { kind: 'moved', from: segment('FS_GB_MAINT_SO_MSR'), to: home, rank: 11 }],
    ['moved-while-locked', { kind: 'moved-while-locked', from: home, to: segment('FS_GB_MAINT_SO_MSR') }],
    ['locks-set', lockSet],
    ['locks-kept', { kind: 'lock-kept', setBy: null, since: SINCE, until: TODAY }],
    ['locks-cleared', { kind: 'lock-overruled', setBy: null, since: SINCE }],
    ['requests-raised', { kind: 'request-raised', type: 'Change of address', work: 'case-owning' }],
    ['requests-assigned', { kind: 'request-assigned', type: 'Contact', from: null, to: staff('N1-2') }],
    ['requests-closed', { kind: 'request-closed', type: 'Change of address', changed: null }],
    ['drift-settled', { kind: 'drift-settled', fields: ['segment'], took: 'ours' }],
  ] as const)('tells what others have %s', (id, event) => {
    expect(countOf(id, [aCaseGroup({ history: [entry(event as HistoryEvent)] })])).toBe(1)
  })

  it('IMP-9: what the source moved away while it was locked did not move here', () => {
    const to = segment('FS_GB_MAINT_SO_MSR')
    const group = aCaseGroup({ history: [entry({ kind: 'moved-while-locked', from: home, to })] })
    expect(countOf('moved', [group])).toBe(0)
  })

  it('is what came after that moment, to the millisecond, whichever way it is written', () => {
    const at = (when: string) => countOf('returned', [aCaseGroup({ history: [entry(returned, when)] })])
    expect(at('2026-11-20T17:05:00.000Z')).toBe(0)
    expect(at('2026-11-20T17:05:00.001Z')).toBe(1)
    expect(at('2026-11-20T17:04:59Z')).toBe(0)
  })

  it('leaves out what one did oneself, and counts a group once for each kind', () => {
    const own = entry(allocated, undefined, person('N1-lead'))
    expect(countOf('allocated', [aCaseGroup({ history: [own] })])).toBe(0)
    const twice = aCaseGroup({ history: [entry(allocated), entry(lockSet), entry(allocated)] })
    expect(countOf('allocated', [twice])).toBe(1)
    expect(countOf('locks-set', [twice])).toBe(1)
  })

  it('tells what is new in the queue', () => {
    const waits = aCaseGroup({ holder: null, team: null, history: [entry(returned)] })
    expect(countOf('new-in-queue', [waits])).toBe(1)
    expect(countOf('new-in-queue', [aCaseGroup()])).toBe(0)
  })
})

describe('what is due', () => {
  it('is told apart: overdue, and within seven days; of requests and of lock reviews', () => {
    const groups = [
      aCaseGroup({ serviceRequests: [aRequest('1', { dueOn: '2026-11-20' })] }),
      aCaseGroup({ id: number('2'), serviceRequests: [aRequest('2', { dueOn: addDays(TODAY, 7) })] }),
      aCaseGroup({ id: number('3'), serviceRequests: [aRequest('3', { dueOn: addDays(TODAY, 8) })] }),
      aCaseGroup({ id: number('4'), lock: aLock({ reviewOn: TODAY }) }),
      aCaseGroup({ id: number('5'), lock: aLock({ reviewOn: addDays(TODAY, 1) }) }),
    ]
    expect(countOf('requests-overdue', groups)).toBe(1)
    expect(countOf('requests-this-week', groups)).toBe(1)
    expect(countOf('reviews-due', groups)).toBe(1)
    expect(countOf('reviews-this-week', groups)).toBe(1)
    expect(countOf('other-deadlines', groups)).toBe(0)
  })

  it('TEAM-1, ORPH-3: what nobody has is told too, in the queue and of orphans', () => {
    const waiting = (id: string, dueOn: string) =>
      aCaseGroup({
        id: number(id),
        holder: null,
        serviceRequests: [aRequest(id, { holder: null, dueOn }), aRequest(`${id}b`, { holder: null, dueOn })],
      })
    const groups = [waiting('1', '2026-11-20'), waiting('2', TODAY), waiting('3', addDays(TODAY, 8))]
    expect(countOf('queue-overdue', groups)).toBe(1)
    expect(countOf('queue-this-week', groups)).toBe(1)
    const orphaned = [
      aCaseGroup({ holder: staff('gone'), serviceRequests: [aRequest('1', { dueOn: TODAY })] }),
    ]
    expect(countOf('orphans-this-week', orphaned)).toBe(1)
    expect(countOf('orphans-overdue', orphaned)).toBe(0)
  })

  it('INC-3, INC-9, ADV-1: whatever else has run out or does today is told by one line', () => {
    const incidents = [
      anIncident({ id: incidentNamed('1'), state: 'check-back', checkBackOn: TODAY }),
      anIncident({ id: incidentNamed('2'), state: 'check-back', checkBackOn: addDays(TODAY, 1) }),
      anIncident({ id: incidentNamed('3'), state: 'call-back', callBackAt: '2026-11-20T09:00:00.000Z' }),
    ]
    const advice = anAdviceRequest('DNA-1', { dueOn: '2026-11-20' })
    expect(countOf('other-deadlines', [aCaseGroup({ incidents, serviceRequests: [advice] })])).toBe(3)
  })
})
