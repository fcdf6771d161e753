import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween, rowsAfter } from '../../../shared/queries/rows-after.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'

const groups = Array.from({ length: 30 }, (_, at) => aCaseGroup({ id: number(String(10_000_000 + at)) }))
const someGroups = fc.shuffledSubarray(groups)

describe('what changed between two lists', () => {
  test('makes the later one of the earlier, whatever moved', () => {
    const ids = (list: Iterable<(typeof groups)[number]>) => [...list].map(({ id }) => id).sort()
    fc.assert(
      fc.property(someGroups, someGroups, (before, after) => {
        const { gone, come } = changesBetween(before, after)
        expect(ids([...before.filter(group => !gone.has(group)), ...come])).toEqual(ids(after))
        expect(come.filter(group => before.includes(group))).toEqual([])
      }),
    )
  })

  test('is only those that differ where the others stand in their places', () => {
    const [one, other] = [aCaseGroup({ id: number('20000001') }), aCaseGroup({ id: number('20000002') })]
    const { gone, come } = changesBetween(groups, groups.with(3, one).with(17, other))
    expect([...gone]).toEqual([groups[3], groups[17]])
    expect(come).toEqual([one, other])
    expect([...changesBetween(groups, groups.toSpliced(9, 1)).gone]).toEqual([groups[9]])
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
