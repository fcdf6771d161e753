import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween, rowsAfter } from '../../../shared/queries/rows-after.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'

const groups = Array.from({ length: 30 }, (_, at) => aCaseGroup({ id: number(String(10_000_000 + at)) }))
const someGroups = fc.shuffledSubarray(groups)

describe('what changed between two lists', () => {
  test('is what each has and the other has not, whatever moved', () => {
    fc.assert(
      fc.property(someGroups, someGroups, (before, after) => {
        const { gone, come } = changesBetween(before, after)
        const stays = new Set(after)
        const stood = new Set(before)
        expect(gone).toEqual(new Set(before.filter(group => !stays.has(group))))
        expect(come).toEqual(after.filter(group => !stood.has(group)))
      }),
    )
  })
})

describe('the rows after some groups changed', () => {
  const read = (group: (typeof groups)[number]) => ({ group, place: Number(group.id) % 4 })
  type Row = ReturnType<typeof read>

  test('are those that a reading of all groups makes, where many rows count as much too', () => {
    const byPlace = (a: Row, b: Row) => a.place - b.place
    const sorted = (rows: readonly Row[]) => rows.map(({ group }) => group.id).sort()
    fc.assert(
      fc.property(someGroups, someGroups, (before, after) => {
        const rows = before.map(read).sort(byPlace)
        const then = rowsAfter(rows, changesBetween(before, after), read, byPlace)
        expect(sorted(then)).toEqual(sorted(after.map(read)))
        expect(then.map(({ place }) => place)).toEqual(
          after
            .map(read)
            .sort(byPlace)
            .map(({ place }) => place),
        )
      }),
    )
  })

  test('keep the rows of all other groups', () => {
    const rows = groups.map(read).sort((a, b) => a.place - b.place)
    const then = rowsAfter(rows, changesBetween(groups, groups.slice(1)), read, (a, b) => a.place - b.place)
    expect(then.every(row => rows.includes(row))).toBe(true)
    expect(then).toHaveLength(29)
  })
})
