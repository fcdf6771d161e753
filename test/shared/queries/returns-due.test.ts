import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import { aCaseGroup, aLetter, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { anIncident, withAac } from '../../make/an-incident.ts'
import { staff } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

const dueIn = (groups: readonly CaseGroup[]) => readingsFor('N1-lead', groups).returns

const closed = (doneOn: string) =>
  aRequest('1-1', {
    status: 'Closed',
    activities: [{ sequence: 1, name: 'Issue letter', status: 'Done', doneOn }],
  })

describe('RTS-7 what is to be returned', () => {
  it('is a group whose holder has no open work on it', () => {
    expect(dueIn([aCaseGroup()])).toHaveLength(1)
    expect(dueIn([aCaseGroup({ serviceRequests: [aRequest('1-1')] })])).toEqual([])
    expect(dueIn([aCaseGroup({ post: [aLetter('P1')] })])).toEqual([])
    expect(dueIn([aCaseGroup({ holder: null })])).toEqual([])
  })

  it('counts from the last work on record, or the assignment where that is later', () => {
    const [worked] = dueIn([aCaseGroup({ serviceRequests: [closed('2026-10-22')] })])
    expect(worked?.daysWithoutWork).toBe(30)
    const [assigned] = dueIn([
      aCaseGroup({ serviceRequests: [closed('2025-10-22')], assignedOn: '2026-11-11' }),
    ])
    expect(assigned?.daysWithoutWork).toBe(10)
  })

  it('says that it is not known where nothing is on record', () => {
    expect(dueIn([aCaseGroup()])[0]?.daysWithoutWork).toBeNull()
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
      aCaseGroup({ id: number('c') }),
      aCaseGroup({ id: number('b'), serviceRequests: [closed('2026-10-22')] }),
      aCaseGroup({ id: number('a'), serviceRequests: [closed('2026-03-22')] }),
    ]
    expect(dueIn(groups).map(({ group }) => group.id)).toEqual(['a', 'b', 'c', 'd'])
  })
})
