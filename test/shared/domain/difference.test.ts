import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differencesAfter } from '../../../hub/import/differences.ts'
import type { GroupRow } from '../../../hub/import/load-source.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { decidedFields, decidedOf, sourceOf, trackDifferences } from '../../../shared/domain/difference.ts'
import { aCaseGroup, aLock } from '../../make/a-case-group.ts'
import { segment, staff } from '../../make/an-organisation.ts'

const before = aCaseGroup()
const given = (group: CaseGroup, holder: string) =>
  trackDifferences(group, { ...group, holder: staff(holder) })

describe('IMP-6 what was changed here is to be carried', () => {
  it('with what the source still has', () => {
    expect(given(before, 'N1-2').differences).toEqual([
      { field: 'holder', source: 'N1-1', drifts: false, sourceSince: null, sourceLock: null },
    ])
  })

  it('and keeps what the source has through further changes, until ours is that again', () => {
    const twice = given(given(before, 'N1-2'), 'N2-1')
    expect(sourceOf(twice, 'holder')).toBe('N1-1')
    expect(given(twice, 'N1-1').differences).toEqual([])
  })

  it('is the lock too, with the one that the source has on', () => {
    const lock = aLock()
    const locked = aCaseGroup({ lock })
    expect(trackDifferences(locked, { ...locked, lock: null }).differences).toMatchObject([
      { field: 'lock', source: 'on', sourceLock: lock },
    ])
  })

  it('is nothing where nothing decided changed: the very same group', () => {
    const titled = { ...before, title: 'Another' }
    expect(trackDifferences(before, titled)).toBe(titled)
  })
})

type Values = Pick<CaseGroup, 'segment' | 'holder' | 'lock'>
const values: fc.Arbitrary<Values> = fc.record({
  segment: fc.constantFrom(segment('A'), segment('B')),
  holder: fc.constantFrom(null, staff('1'), staff('2')),
  lock: fc.constantFrom(null, aLock()),
})
const step = fc.oneof(
  fc.record({ kind: fc.constant('command' as const), values }),
  fc.record({ kind: fc.constant('import' as const), values }),
)

const rowOf = (values: Values, row: GroupRow | undefined, takenAt: string): GroupRow => {
  const changed = (same: boolean | undefined, at: string | null | undefined) =>
    row === undefined || same ? (at ?? null) : takenAt
  const lockOn = values.lock ? 'Y' : 'N'
  return {
    segment_name: values.segment,
    assigned_to: values.holder,
    lock_on: lockOn,
    first_seen_at: row?.first_seen_at ?? takenAt,
    segment_changed_at: changed(row?.segment_name === values.segment, row?.segment_changed_at),
    holder_changed_at: changed(row?.assigned_to === values.holder, row?.holder_changed_at),
    lock_changed_at: changed(row?.lock_on === lockOn, row?.lock_changed_at),
    lock_by: null,
    lock_since: null,
    lock_reason: null,
  } as unknown as GroupRow
}

describe('IMP-6 whatever commands and extracts come', () => {
  it('an entry stands exactly where the values differ, and drifts exactly where the source changed last while they differed', () => {
    fc.assert(
      fc.property(values, fc.array(step, { maxLength: 12 }), (first, steps) => {
        let day = 0
        let row = rowOf(first, undefined, '0')
        let group: CaseGroup = { ...aCaseGroup(), ...first }
        // The same told field by field: whose doing a difference is.
        const theirs = { segment: false, holder: false, lock: false }
        for (const { kind, values: next } of steps) {
          if (kind === 'command') group = trackDifferences(group, { ...group, ...next })
          else {
            const takenAt = String(++day)
            const last = row
            row = rowOf(next, last, takenAt)
            const differences = differencesAfter({ group, kept: group, known: group, row }, takenAt)
            group = { ...group, differences }
            if (last.segment_name !== row.segment_name) theirs.segment = true
            if (last.assigned_to !== row.assigned_to) theirs.holder = true
            if (last.lock_on !== row.lock_on) theirs.lock = true
          }
          const ours = decidedOf(group)
          const source = {
            segment: row.segment_name,
            holder: row.assigned_to,
            lock: row.lock_on === 'Y' ? 'on' : 'off',
          }
          for (const field of decidedFields) {
            if (ours[field] === source[field]) theirs[field] = false
            const found = group.differences.filter(each => each.field === field)
            expect(found.map(({ source: has, drifts }) => [has, drifts])).toEqual(
              ours[field] === source[field] ? [] : [[source[field], theirs[field]]],
            )
          }
        }
      }),
    )
  })
})
