import type { Column, Direction } from './column.ts'

const orders = new WeakMap<readonly unknown[], Map<string, readonly unknown[]>>()

/** The rows by a column. Each order is made once for each value of the rows, then kept with them. */
export function sortedOrder<Row>(
  rows: readonly Row[],
  column: Column<Row>,
  direction: Direction,
): readonly Row[] {
  const known = orders.get(rows) ?? new Map<string, readonly Row[]>()
  orders.set(rows, known)
  const key = `${column.id} ${direction}`
  const found = known.get(key) as readonly Row[] | undefined
  if (found) return found
  const made = sorted(rows, column, direction)
  known.set(key, made)
  return made
}

function sorted<Row>(rows: readonly Row[], { sortValue }: Column<Row>, direction: Direction): readonly Row[] {
  if (!sortValue) return rows
  const sign = direction === 'ascending' ? 1 : -1
  const valued = rows.map((row, place) => ({ row, place, value: sortValue(row) }))
  valued.sort((a, b) => compare(a.value, b.value, sign) || a.place - b.place)
  return valued.map(({ row }) => row)
}

type Value = string | number | null

function compare(a: Value, b: Value, sign: 1 | -1): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -sign : sign
}
