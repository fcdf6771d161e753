import { describe, expect, it } from 'vitest'
import type { HistoryEntry } from '../../../shared/domain/history.ts'
import { aCaseGroup, aRequest, number } from '../../make/a-case-group.ts'
import { staff, team } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

const waiting = { holder: null, assignedOn: null }
const groups = [
  aCaseGroup({ ...waiting, id: number('segment'), team: null }),
  aCaseGroup({ ...waiting, id: number('mine') }),
  aCaseGroup({ ...waiting, id: number('due'), serviceRequests: [aRequest('1-1')] }),
  aCaseGroup({ ...waiting, id: number('other-team'), team: team('N2') }),
  aCaseGroup({ ...waiting, id: number('closed'), status: 'Closed' }),
  aCaseGroup({ id: number('held') }),
]

const queueSeenBy = (actor: string) => readingsFor(actor, groups).queue.map(({ group }) => group.id)

describe('TEAM-1 the queue', () => {
  it('of a team leader is his team’s, next due first, then the segment’s', () => {
    expect(queueSeenBy('N1-lead')).toEqual(['due', 'mine', 'segment'])
  })

  it('of a segment manager is all that waits in the segment', () => {
    expect([...queueSeenBy('N1-mgr')].sort()).toEqual(['due', 'mine', 'other-team', 'segment'])
  })

  it('says since when: as it was returned, moved or given to a team, not as it was given to somebody', () => {
    const actor = { kind: 'person', staff: staff('N1-mgr') } as const
    const allocated = (at: string, to: 'N1-1' | null): HistoryEntry => ({
      at,
      actor,
      reason: null,
      batch: null,
      event: { kind: 'allocated', from: null, to: to && staff(to), team: team('N1') },
    })
    const history = [allocated('2026-11-03T09:00:00Z', 'N1-1'), allocated('2026-11-02T09:00:00Z', null)]
    const [queued] = readingsFor('N1-lead', [aCaseGroup({ ...waiting, history })]).queue
    expect(queued?.since).toBe('2026-11-02T09:00:00Z')
  })

  it('of a caseworker is nobody’s', () => {
    expect(queueSeenBy('N1-1')).toEqual([])
  })
})
