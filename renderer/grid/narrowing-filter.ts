import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { isFound, narrows } from '../../shared/queries/search.ts'

interface About {
  readonly group: CaseGroup
}

/** Which rows pass; the same value for the same choice of filters. */
export type Passes<Row> = (row: Row) => boolean

interface Step<Row> {
  readonly words: readonly string[]
  readonly found: readonly Row[]
}

/**
 * Filters rows in their order. A letter more only looks through what the letters before it found, and a letter less
 * finds that again, so a keystroke seldom goes through all rows, and never sorts.
 */
export function narrowingFilter<Row extends About>() {
  let last: { readonly rows: readonly Row[]; readonly passes: Passes<Row> } | undefined
  let steps: Step<Row>[] = []
  return (rows: readonly Row[], passes: Passes<Row>, words: readonly string[]): readonly Row[] => {
    if (last?.rows !== rows || last.passes !== passes) {
      last = { rows, passes }
      steps = [{ words: [], found: rows.filter(passes) }]
    }
    steps = steps.filter(step => narrows(step.words, words))
    const { words: before, found: from } = steps.at(-1) as Step<Row>
    if (narrows(words, before)) return from
    const found = from.filter(({ group }) => isFound(group, words))
    steps.push({ words, found })
    return found
  }
}
