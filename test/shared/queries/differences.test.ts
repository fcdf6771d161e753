import { describe, expect, it } from 'vitest'
import type { Difference } from '../../../shared/domain/difference.ts'
import { aCaseGroup, aLock, number } from '../../make/a-case-group.ts'
import { segment } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

const NORTH = segment('FS_GB_MAINT_NO_MSR')
const SOUTH = segment('FS_GB_MAINT_SO_MSR')

const difference = (field: Difference['field'], source: string, drifts: boolean): Difference => ({
  field,
  source,
  drifts,
  sourceSince: '2026-11-20T18:00:00Z',
  sourceLock: null,
})

const groups = [
  aCaseGroup({ id: number('1'), differences: [difference('holder', 'N1-2', false)] }),
  aCaseGroup({
    id: number('2'),
    differences: [difference('segment', SOUTH, true), difference('holder', 'S1-1', false)],
  }),
  aCaseGroup({
    id: number('3'),
    lock: aLock(),
    movedWhileLocked: { from: SOUTH, to: NORTH, seenAt: '2026-11-20T18:00:00Z' },
  }),
  aCaseGroup({ id: number('4') }),
  aCaseGroup({ id: number('5'), status: 'Closed', differences: [difference('holder', 'N1-2', true)] }),
]

const listedFor = (person: string) =>
  readingsFor(person, groups).differences.map(
    ({ group, kind, fields }) => `${group.id} ${kind}: ${fields.map(({ field }) => field).join()}`,
  )

describe('IMP-6, IMP-9 what differs from CMS2012', () => {
  it('is listed for the manager: to settle first, then moved while locked, then to carry; no closed one', () => {
    expect(listedFor('N1-mgr')).toEqual([
      '2 drift: segment',
      '3 moved-while-locked: segment',
      '1 to-carry: holder',
      '2 to-carry: holder',
    ])
  })

  it('for nobody else', () => {
    expect(listedFor('N1-lead')).toEqual([])
    expect(listedFor('S1-mgr')).toEqual([])
  })

  it('says both values and their times; where both agree, moved while locked has one', () => {
    const rows = readingsFor('N1-mgr', groups).differences
    expect(rows[0]?.fields).toEqual([
      {
        field: 'segment',
        kind: 'drift',
        ours: NORTH,
        source: SOUTH,
        oursSince: null,
        sourceSince: '2026-11-20T18:00:00Z',
      },
    ])
    expect(rows[1]?.fields[0]).toMatchObject({ ours: NORTH, source: NORTH })
  })
})
