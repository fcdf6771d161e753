import { describe, expect, it } from 'vitest'
import { driftOf, enforced, hubAfter, locked } from './support/hub-after.ts'
import { add, change, group, later, small } from './support/small-extract.ts'

describe('IMP-9 moved while locked', () => {
  const lockedThere = change(small, 'case_groups', 'G1', { ...enforced, ...locked })

  it('is seen when two extracts in a row have it locked and in other segments', async () => {
    const hub = await hubAfter(change(small, 'case_groups', 'G1', locked), lockedThere)
    expect((await hub.group('G1')).history.map(({ event }) => event.kind)).toEqual(['moved-while-locked'])
    expect((await hub.group('G1')).movedWhileLocked).toEqual({
      from: 'FS_GB_MAINT_OOO_MSR',
      to: 'FS_GB_ENFMT_OOO_ELC',
      seenAt: '2026-11-21T18:00:00Z',
    })
    expect(await driftOf(hub)).toEqual([
      'G1 segment: FS_GB_MAINT_OOO_MSR / FS_GB_ENFMT_OOO_ELC moved while locked',
      'G1 holder: m1 / e1 drift',
    ])
  })

  it('stays, also when ours agrees by now, until that lock ends', async () => {
    const back = change(small, 'case_groups', 'G1', locked)
    const hub = await hubAfter(back, lockedThere, back)
    expect(await driftOf(hub)).toEqual([
      'G1 segment: FS_GB_MAINT_OOO_MSR / FS_GB_MAINT_OOO_MSR moved while locked',
    ])
    await hub.import(later(change(back, 'people', 'P1', { town: 'Leeds' }), 3))
    expect(await driftOf(hub)).toHaveLength(1)
    await hub.import(later(change(small, 'case_groups', 'G1', {}), 4))
    expect(await driftOf(hub)).toEqual(['G1 lock: on / off drift'])
  })

  it('is drift once that lock has ended, not a thing to carry', async () => {
    const unlocked = change(lockedThere, 'case_groups', 'G1', { lock_on: 'N' })
    const hub = await hubAfter(change(small, 'case_groups', 'G1', locked), lockedThere, unlocked)
    expect((await driftOf(hub))[0]).toBe('G1 segment: FS_GB_MAINT_OOO_MSR / FS_GB_ENFMT_OOO_ELC drift')
  })

  it('is none where the lock came with the move', async () => {
    const hub = await hubAfter(small, lockedThere)
    expect((await hub.group('G1')).movedWhileLocked).toBeNull()
  })

  it('counts a lock without a time from when it was first seen', async () => {
    const timeless = change(small, 'case_groups', 'G2', { lock_on: 'Y' })
    const hub = await hubAfter(timeless, timeless)
    expect((await hub.group('G2')).lock).toEqual({
      by: null,
      since: '2026-11-20T18:00:00Z',
      sinceIsFirstSeen: true,
      category: null,
      reason: null,
      reviewOn: null,
      reviews: [],
    })
  })

  it('and a new group may come with any segment, lock and holder', async () => {
    const hub = await hubAfter(
      small,
      add(small, 'case_groups', group('G9', 'R2', { ...enforced, ...locked })),
    )
    expect(await hub.group('G9')).toMatchObject({
      segment: 'FS_GB_ENFMT_OOO_ELC',
      holder: 'e1',
      lock: { by: 'm1' },
    })
    expect(await driftOf(hub)).toEqual([])
  })
})
