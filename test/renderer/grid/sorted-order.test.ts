import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Column } from '../../../renderer/grid/column.ts'
import { sortedOrder } from '../../../renderer/grid/sorted-order.ts'

interface Row {
  readonly place: number
  readonly value: number | null
}

const column: Column<Row> = {
  id: 'value',
  title: 'Value',
  width: 1,
  cell: () => null,
  sortValue: ({ value }) => value,
}
const rows = fc
  .array(fc.option(fc.integer({ min: 0, max: 5 })))
  .map(values => values.map((value, place): Row => ({ place, value })))

describe('a sorted order', () => {
  it('has every row once, what is not known last either way, and leaves equal rows as they stood', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('ascending' as const, 'descending' as const), (given, direction) => {
        const found = sortedOrder(given, column, direction)
        expect([...found].sort((a, b) => a.place - b.place)).toEqual(given)
        for (const [at, row] of found.entries()) {
          const before = found[at - 1]
          if (!before) continue
          if (before.value === null) expect(row.value).toBeNull()
          else if (before.value === row.value) expect(before.place).toBeLessThan(row.place)
          else if (row.value !== null) expect(before.value < row.value).toBe(direction === 'ascending')
        }
      }),
    )
  })

  it('is made once for the same rows', () => {
    const given: readonly Row[] = [{ place: 0, value: 1 }]
    expect(sortedOrder(given, column, 'ascending')).toBe(sortedOrder(given, column, 'ascending'))
  })
})
