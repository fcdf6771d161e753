import { type Findable, hasWords, narrows, textOfRow } from '../../shared/queries/search.ts'

/** Which rows pass; the same value for the same choice of filters. */
export type Passes<Row> = (row: Row) => boolean

interface Step<Row> {
  readonly words: readonly string[]
  readonly found: readonly Row[]
  /** Of the rows, in their order: looked through one after the other, without a look at the rows. */
  texts?: readonly string[]
}

/**
 * Filters rows in their order. A letter more only looks through what the letters before it found, and a letter less
 * finds that again, so a keystroke seldom goes through all rows, and never sorts.
 */
export function narrowingFilter<Row extends Findable>() {
  let last: { readonly rows: readonly Row[]; readonly passes: Passes<Row> } | undefined
  let steps: Step<Row>[] = []
  return (rows: readonly Row[], passes: Passes<Row>, words: readonly string[]): readonly Row[] => {
    if (last?.rows !== rows || last.passes !== passes) {
      last = { rows, passes }
      steps = [{ words: [], found: rows.filter(passes) }]
    }
    steps = steps.filter(step => narrows(step.words, words))
    const from = steps.at(-1) as Step<Row>
    if (narrows(words, from.words)) return from.found
    const step = stepFrom(from, words)
    steps.push(step)
    return step.found
  }
}

function stepFrom<Row extends Findable>(from: Step<Row>, words: readonly string[]): Step<Row> {
  from.texts ??= from.found.map(textOfRow)
  const found: Row[] = []
  const texts: string[] = []
  from.texts.forEach((text, place) => {
    if (!hasWords(text, words)) return
    found.push(from.found[place] as Row)
    texts.push(text)
  })
  return { words, found, texts }
}
