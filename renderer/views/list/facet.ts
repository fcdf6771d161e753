import { changesBetween } from '../../../shared/queries/rows-after.ts'
import { allPass, type Passes } from '../../grid/narrowing-filter.ts'

/** A filter that is always in sight: its options with how many rows each has. */
export interface Facet<Row> {
  readonly id: string
  readonly title: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly valuesOf: (row: Row) => readonly string[]
}

/** What is ticked: `cause.team-move`. Options of one filter widen, filters narrow. */
export type Chosen = ReadonlySet<string>

export const tokenOf = (facet: { readonly id: string }, value: string) => `${facet.id}.${value}`

export function passesAll<Row>(facets: readonly Facet<Row>[], chosen: Chosen): Passes<Row> {
  const narrowing = facets.filter(facet =>
    facet.options.some(({ value }) => chosen.has(tokenOf(facet, value))),
  )
  if (narrowing.length === 0) return allPass
  return row => narrowing.every(facet => facet.valuesOf(row).some(value => chosen.has(tokenOf(facet, value))))
}

/** Counts as `countsOf` does; of rows of which few are others than the last time, only those are counted. */
export function facetCounter<Row>() {
  let last: { readonly rows: readonly Row[]; readonly facets: readonly Facet<Row>[] } | undefined
  let counts: ReadonlyMap<string, number> = new Map()
  return (rows: readonly Row[], facets: readonly Facet<Row>[]): ReadonlyMap<string, number> => {
    const { gone, come } = changesBetween(last?.facets === facets ? last.rows : [], rows)
    const sum = new Map(last?.facets === facets ? counts : [])
    for (const [token, count] of countsOf(come, facets)) sum.set(token, (sum.get(token) ?? 0) + count)
    for (const [token, count] of countsOf([...gone], facets)) sum.set(token, (sum.get(token) ?? 0) - count)
    last = { rows, facets }
    counts = sum
    return counts
  }
}

/** How many rows each option has, by token. */
export function countsOf<Row>(
  rows: readonly Row[],
  facets: readonly Facet<Row>[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const facet of facets) {
    // By value first: a token put together for each row costs more than all the rest.
    const own = new Map<string, number>()
    for (const row of rows) {
      for (const value of facet.valuesOf(row)) own.set(value, (own.get(value) ?? 0) + 1)
    }
    for (const [value, count] of own) counts.set(tokenOf(facet, value), count)
  }
  return counts
}
