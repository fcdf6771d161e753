import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { isFound, narrows } from '../../shared/queries/search.ts'

interface About {
  readonly group: CaseGroup
}

/** Which rows pass; the same value for the same choice of filters. */
export type Passes<Row> = (row: Row) => boolean

interface Last<Row> {
  readonly rows: readonly Row[]
  readonly passes: Passes<Row>
  readonly words: readonly string[]
  readonly found: readonly Row[]
}

/**
 * Filters rows in their order. A letter more only looks through what the letters before it found, so a
 * keystroke never goes through all rows again, and never sorts.
 */
export function narrowingFilter<Row extends About>() {
  let last: Last<Row> | undefined
  return (rows: readonly Row[], passes: Passes<Row>, words: readonly string[]): readonly Row[] => {
    const same = last?.rows === rows && last.passes === passes
    const from = last && same && narrows(last.words, words) ? last.found : rows.filter(passes)
    const found = words.length === 0 ? from : from.filter(({ group }) => isFound(group, words))
    last = { rows, passes, words, found }
    return found
  }
}
