import { beforeAll, describe, expect, test } from 'vitest'
import { writeNextDay } from '../../../hub/sample/next-day.ts'
import { readTables } from '../../../hub/sample/table-files.ts'
import type { Row } from '../../../hub/sample/tables.ts'
import { emptyDir, type Sample, sampleDir, textsOf } from './reading.ts'

describe('the next day’s extract', () => {
  let before: Sample
  let after: Sample
  let pairs: { was: Row<'case_groups'>; is: Row<'case_groups'> }[]

  beforeAll(async () => {
    const [from, dir] = [await sampleDir({ groups: 1_500, seed: 4 }), await emptyDir()]
    await writeNextDay({ from, dir, seed: 8 })
    ;[before, after] = [await readTables(from), await readTables(dir)]
    const groups = new Map(after.case_groups.map(group => [group.master_case_number, group]))
    pairs = before.case_groups.flatMap(was => {
      const is = groups.get(was.master_case_number)
      return is === undefined ? [] : [{ was, is }]
    })
  })

  test('is taken a day later, over the same BOM', () => {
    expect(after.manifest[0]?.taken_at).toBe('2026-11-21T18:00:00Z')
    expect(after.segments).toEqual(before.segments)
    expect(after.regions).toEqual(before.regions)
  })

  test('IMP-6 has other holders, segments and locks for some groups, not for most', () => {
    const changed = pairs.filter(
      ({ was, is }) =>
        was.assigned_to !== is.assigned_to ||
        was.segment_name !== is.segment_name ||
        was.lock_on !== is.lock_on,
    )
    expect(pairs.some(({ was, is }) => was.assigned_to !== is.assigned_to && is.assigned_to !== '')).toBe(
      true,
    )
    expect(pairs.some(({ was, is }) => was.segment_name !== is.segment_name)).toBe(true)
    expect(pairs.some(({ was, is }) => was.lock_on === 'Y' && is.lock_on === 'N')).toBe(true)
    expect(pairs.some(({ was, is }) => was.lock_on === 'N' && is.lock_on === 'Y')).toBe(true)
    expect(changed.length).toBeLessThan(pairs.length * 0.1)
  })

  test('IMP-6 misses a group that was there', () => {
    expect(after.case_groups.length).toBe(before.case_groups.length - 1)
  })

  test('IMP-9 has moved a group while it was locked in both', () => {
    const moved = pairs.filter(
      ({ was, is }) => was.lock_on === 'Y' && is.lock_on === 'Y' && was.segment_name !== is.segment_name,
    )
    expect(moved.length).toBeGreaterThan(0)
  })

  test('SR-2 has closed service requests, with all their activities done', () => {
    const statuses = new Map(before.service_requests.map(row => [row.sr_number, row.status]))
    const closed = after.service_requests.filter(
      row => row.status === 'Closed' && statuses.get(row.sr_number) === 'Started',
    )
    const open = new Set(after.activities.filter(row => row.status === 'Open').map(row => row.sr_number))
    expect(closed.length).toBeGreaterThan(0)
    expect(closed.filter(row => open.has(row.sr_number))).toEqual([])
  })

  test('ORPH-1 has more staff who left or moved', () => {
    const removed = (sample: Sample) => sample.users.filter(({ access }) => access === 'removed').length
    const moved = (sample: Sample) => sample.users.filter(({ moved_on }) => moved_on !== '').length
    expect(removed(after)).toBeGreaterThan(removed(before))
    expect(moved(after)).toBeGreaterThan(moved(before))
  })

  test('IMP-8 marks somebody nationally sensitive', () => {
    const marked = (sample: Sample) => sample.people.filter(row => row.nationally_sensitive === 'Y').length
    expect(marked(after)).toBeGreaterThan(marked(before))
  })

  test('IMP-3 keeps every team within its group’s segment', () => {
    const segments = new Map(after.teams.map(team => [team.team_id, team.segment_name]))
    const astray = after.case_groups.filter(
      group => group.team_id !== '' && segments.get(group.team_id) !== group.segment_name,
    )
    expect(astray).toEqual([])
  })
})

test('the next day is the same to the byte for the same seed, and can have a next day', async () => {
  const [from, one, other, later] = [
    await sampleDir({ groups: 200, seed: 4 }),
    await emptyDir(),
    await emptyDir(),
    await emptyDir(),
  ]
  await writeNextDay({ from, dir: one, seed: 8 })
  await writeNextDay({ from, dir: other, seed: 8 })
  await writeNextDay({ from: one, dir: later, seed: 9 })
  expect(await textsOf(one)).toEqual(await textsOf(other))
  expect((await readTables(later)).manifest[0]?.taken_at).toBe('2026-11-22T18:00:00Z')
})
