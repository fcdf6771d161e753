import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { aCaseGroup, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { segment } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

const locksSeenBy = (actor: string, ...groups: readonly CaseGroup[]) => readingsFor(actor, groups).locks

const sound = {
  lock: aLock(),
  compliant: false,
  serviceRequests: [aRequest('1-1')],
}

describe('LOCK-7 what is wrong with a lock', () => {
  it('is nothing where it holds back a move, has a reason and there is open work', () => {
    const [lock] = locksSeenBy('N1-lead', aCaseGroup(sound))
    expect(lock?.faults).toEqual([])
    expect(lock?.ageDays).toBe(79)
  })

  it.each([
    ['no-reason', { lock: aLock({ reason: null }) }],
    ['no-open-work', { serviceRequests: [] }],
    ['would-not-move', { compliant: true }],
    [
      'moved-while-locked',
      {
        movedWhileLocked: {
          from: segment('FS_GB_MAINT_SO_MSR'),
          to: segment('FS_GB_MAINT_NO_MSR'),
          seenAt: '2026-11-20T18:00:00Z',
        },
      },
    ],
  ] as const)('is %s', (fault, change) => {
    const [lock] = locksSeenBy('N1-lead', aCaseGroup({ ...sound, ...change }))
    expect(lock?.faults).toEqual([fault])
  })

  it('puts those that were moved first, then those with most wrong', () => {
    const found = locksSeenBy(
      'N1-lead',
      aCaseGroup({ ...sound, id: number('sound') }),
      aCaseGroup({ ...sound, id: number('two'), lock: aLock({ reason: null }), serviceRequests: [] }),
      aCaseGroup({
        ...sound,
        id: number('moved'),
        movedWhileLocked: {
          from: segment('FS_GB_MAINT_SO_MSR'),
          to: segment('FS_GB_MAINT_NO_MSR'),
          seenAt: '2026-11-20T18:00:00Z',
        },
      }),
    )
    expect(found.map(({ group }) => group.id)).toEqual(['moved', 'two', 'sound'])
  })

  it('leaves out the locks of other teams, and what is not locked', () => {
    expect(locksSeenBy('N2-lead', aCaseGroup(sound))).toEqual([])
    expect(locksSeenBy('N1-lead', aCaseGroup({ ...sound, lock: null }))).toEqual([])
  })
})

describe('LOCK-5 where it would go', () => {
  it('is the segment it belongs to; since when is not known where no fact has a date', () => {
    const [lock] = locksSeenBy('N1-lead', aCaseGroup(sound))
    expect(lock?.destination).toBe('FS_GB_ENFMT_NO_ELC')
    expect(lock?.destinationSince).toBeNull()
  })

  it('is nowhere else where it would not move', () => {
    const [lock] = locksSeenBy('N1-lead', aCaseGroup({ ...sound, compliant: true }))
    expect(lock?.destination).toBeNull()
  })
})
