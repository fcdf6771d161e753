import type { CaseGroup } from '../domain/case-group.ts'

/** What of a list is otherwise than before. Its items never change: another value is another item. */
export interface Differences<Item> {
  readonly gone: ReadonlySet<Item>
  readonly come: readonly Item[]
}

/** What of a caseload is otherwise than before. */
export type Changes = Differences<CaseGroup>

/** What changed from one list to the next; mostly each item stands where it stood, and few are others. */
export function changesBetween<Item>(before: readonly Item[], after: readonly Item[]): Differences<Item> {
  const most = Math.min(before.length, after.length)
  let first = 0
  while (first < most && before[first] === after[first]) first++
  let behind = 0
  // By index: `at` takes twice as long, and this is asked of fifty thousand at every change.
  const [lastBefore, lastAfter] = [before.length - 1, after.length - 1]
  while (behind < most - first && before[lastBefore - behind] === after[lastAfter - behind]) behind++
  const [stood, stand] = [
    before.slice(first, before.length - behind),
    after.slice(first, after.length - behind),
  ]
  return (stood.length === stand.length && replaced(stood, stand)) || moved(stood, stand)
}

const FEW = 2_000

/** Place by place; null where so many differ that the places must have shifted. */
function replaced<Item>(before: readonly Item[], after: readonly Item[]): Differences<Item> | null {
  const gone = new Set<Item>()
  const come: Item[] = []
  for (let place = 0; place < after.length; place++) {
    const stands = after[place] as Item
    if (before[place] === stands) continue
    gone.add(before[place] as Item)
    come.push(stands)
    if (come.length > FEW) return null
  }
  return apart(gone, come)
}

const moved = <Item>(before: readonly Item[], after: readonly Item[]): Differences<Item> =>
  apart(new Set(before), after)

/** What only stands elsewhere has neither gone nor come. */
function apart<Item>(gone: Set<Item>, stand: readonly Item[]): Differences<Item> {
  const come = stand.filter(item => !gone.delete(item))
  return { gone, come }
}

/**
 * A list after some groups changed: only those are read again, the others keep their rows and their order. The
 * same value where nothing of it is otherwise.
 */
export function rowsAfter<Row extends { readonly group: CaseGroup }>(
  rows: readonly Row[],
  { gone, come }: Changes,
  read: (group: CaseGroup) => Row | readonly Row[] | null,
  compare: (one: Row, other: Row) => number,
): readonly Row[] {
  const fresh = come.flatMap(group => read(group) ?? []).sort(compare)
  if (rows.length === 0) return fresh.length === 0 ? rows : fresh
  const left = [...gone].flatMap(group => read(group) ?? []).sort(compare)
  if (fresh.length === 0 && left.length === 0) return rows
  return merged(rows, left, fresh, compare)
}

/** Sorted rows without those that left and with the fresh ones: all but these are only copied. */
function merged<Row extends { readonly group: CaseGroup }>(
  rows: readonly Row[],
  left: readonly Row[],
  fresh: readonly Row[],
  compare: (one: Row, other: Row) => number,
): readonly Row[] {
  const merging: Row[] = []
  let next = 0
  let coming = 0
  const copyTo = (place: number) => {
    for (; next < place; next++) merging.push(rows[next] as Row)
  }
  for (const row of [...left, null]) {
    const leaves = row === null ? rows.length : placeOfSame(row, rows, next, compare)
    for (let add = fresh[coming]; add; add = fresh[++coming]) {
      const place = placeOf(add, rows, next, compare)
      if (place > leaves) break
      copyTo(place)
      merging.push(add)
    }
    copyTo(leaves)
    if (row?.group === rows[next]?.group) next++
  }
  return merging
}

/** Where the row of the same group stands, among those that count as much. */
function placeOfSame<Row extends { readonly group: CaseGroup }>(
  row: Row,
  sorted: readonly Row[],
  from: number,
  compare: (one: Row, other: Row) => number,
): number {
  const first = placeOf(row, sorted, from, compare)
  for (let place = first; ; place++) {
    const stands = sorted[place]
    if (stands === undefined || compare(stands, row) !== 0) return first
    if (stands.group === row.group) return place
  }
}

/** Where a row belongs among sorted ones, from a place on. */
function placeOf<Row>(
  row: Row,
  sorted: readonly Row[],
  from: number,
  compare: (one: Row, other: Row) => number,
): number {
  let [low, high] = [from, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(sorted[middle] as Row, row) < 0) low = middle + 1
    else high = middle
  }
  return low
}
