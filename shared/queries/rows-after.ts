import type { CaseGroup } from '../domain/case-group.ts'

/** What of a caseload is otherwise than before. Documents never change: another value is another document. */
export interface Changes {
  readonly gone: ReadonlySet<CaseGroup>
  readonly come: readonly CaseGroup[]
}

/** What changed from one caseload to the next; mostly each group stands where it stood, and few are others. */
export function changesBetween(before: readonly CaseGroup[], after: readonly CaseGroup[]): Changes {
  const inPlace = before.length === after.length ? replaced(before, after) : null
  if (inPlace) return inPlace
  const gone = new Set(before)
  const come = after.filter(group => !gone.delete(group))
  return { gone, come }
}

const FEW = 2_000

/** Place by place; null where so many differ that the places must have shifted. */
function replaced(before: readonly CaseGroup[], after: readonly CaseGroup[]): Changes | null {
  const gone = new Set<CaseGroup>()
  const come: CaseGroup[] = []
  for (let place = 0; place < after.length; place++) {
    const [stood, stands] = [before[place], after[place]]
    if (stood === stands || !stood || !stands) continue
    gone.add(stood)
    come.push(stands)
    if (come.length > FEW) return null
  }
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
  const kept = gone.size === 0 ? rows : rows.filter(({ group }) => !gone.has(group))
  const fresh = come.flatMap(group => read(group) ?? []).sort(compare)
  if (fresh.length === 0) return kept.length === rows.length ? rows : kept
  return kept.length === 0 ? fresh : merged(kept, fresh, compare)
}

function merged<Row>(
  kept: readonly Row[],
  fresh: readonly Row[],
  compare: (one: Row, other: Row) => number,
): readonly Row[] {
  const rows: Row[] = []
  let next = 0
  for (const row of fresh) {
    const place = placeOf(row, kept, next, compare)
    for (; next < place; next++) rows.push(kept[next] as Row)
    rows.push(row)
  }
  for (; next < kept.length; next++) rows.push(kept[next] as Row)
  return rows
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
