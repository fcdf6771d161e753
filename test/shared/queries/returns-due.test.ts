import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { HistoryEntry } from '../../../shared/domain/history.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import { withHere } from '../../../shared/domain/request-here.ts'
import { aCaseGroup, aLetter, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { organisationLeft } from '../../make/a-recovery.ts'
import { anIncident, withAac } from '../../make/an-incident.ts'
import { staff } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

const dueIn = (groups: readonly CaseGroup[]) => readingsFor('N1-lead', groups).returns

const closed = (doneOn: string) =>
  aRequest('1-1', {
    status: 'Closed',
    activities: [{ sequence: 1, name: 'Issue letter', status: 'Done', doneOn }],
  })

const entry = (event: HistoryEntry['event']): HistoryEntry => ({
  at: '2026-11-12T10:00:00Z',
  actor: { kind: 'person', staff: staff('N1-1') },
  event,
  reason: null,
  batch: null,
})

describe('RTS-7 what is to be returned', () => {
  it('is a group whose holder has no open work on it', () => {
    expect(dueIn([aCaseGroup()])).toHaveLength(1)
    expect(dueIn([aCaseGroup({ serviceRequests: [aRequest('1-1')] })])).toEqual([])
    expect(dueIn([aCaseGroup({ post: [aLetter('P1')] })])).toEqual([])
    expect(dueIn([aCaseGroup({ holder: null })])).toEqual([])
  })

  it('is no orphan: nobody would return it', () => {
    const left = aCaseGroup({ holder: staff('N1-gone') })
    expect(readingsFor('N1-lead', [left], organisationLeft()).returns).toEqual([])
  })

  it('counts from the last work on record, or the assignment where that is later', () => {
    const [worked] = dueIn([aCaseGroup({ serviceRequests: [closed('2026-10-22')] })])
    expect(worked?.daysWithoutWork).toBe(30)
    const [assigned] = dueIn([
      aCaseGroup({ serviceRequests: [closed('2025-10-22')], assignedOn: '2026-11-11' }),
    ])
    expect(assigned?.daysWithoutWork).toBe(10)
  })

  it('counts from the assignment where no work is on record', () => {
    const [given] = dueIn([aCaseGroup()])
    expect([given?.withoutWorkSince, given?.daysWithoutWork]).toEqual(['2026-01-05', 320])
  })

  it('counts from a request that was closed, and from post that was done', () => {
    const request = withHere(closed('2026-10-22'), { closedOn: '2026-11-01' })
    expect(dueIn([aCaseGroup({ serviceRequests: [request] })])[0]?.withoutWorkSince).toBe('2026-11-01')
    const posted = aCaseGroup({ history: [entry({ kind: 'worked', work: 'post-done', on: 'P1' })] })
    expect(dueIn([posted])[0]?.withoutWorkSince).toBe('2026-11-12')
    const lockSet = { kind: 'lock-set', category: 'other-client-benefit', reviewOn: '2026-12-01' } as const
    expect(dueIn([aCaseGroup({ history: [entry(lockSet)] })])[0]?.withoutWorkSince).toBe('2026-01-05')
  })

  it('says that it is not known where neither work nor assignment is on record', () => {
    expect(dueIn([aCaseGroup({ assignedOn: null })])[0]?.daysWithoutWork).toBeNull()
  })

  it('names the lock as the reason to wait', () => {
    expect(dueIn([aCaseGroup({ lock: aLock() })])[0]?.waitsForLock).toBe(true)
  })

  it('names an incident with AAC as the reason to wait', () => {
    const waits = (incidents: readonly Incident[]) =>
      dueIn([aCaseGroup({ lock: aLock(), incidents })])[0]?.waitsForIncident
    expect(waits([withAac()])).toBe(true)
    expect(waits([anIncident({ state: 'authorised' }), withAac({ state: 'closed' })])).toBe(false)
  })

  it('lists them by caseworker, longest without work first, what is not known last', () => {
    const groups = [
      aCaseGroup({ id: number('d'), holder: staff('N1-2') }),
      aCaseGroup({ id: number('c'), assignedOn: null }),
      aCaseGroup({ id: number('b'), serviceRequests: [closed('2026-10-22')] }),
      aCaseGroup({ id: number('a') }),
    ]
    expect(dueIn(groups).map(({ group }) => group.id)).toEqual(['a', 'b', 'c', 'd'])
  })
})
