import {
  type Findable,
  hasWords,
  isWhole,
  lettersOf,
  narrows,
  searchedOf,
} from '../../shared/queries/search.ts'
import type { RowLine } from './lines.ts'

/** Which rows pass; the same value for the same choice of filters. */
export type Passes<Row> = (row: Row) => boolean

/** Where nothing is ticked: not even asked of tens of thousands of rows. */
export const allPass = (): boolean => true

interface Step<Row> {
  readonly words: readonly string[]
  readonly found: readonly RowLine<Row>[]
  /** Of what was found, in its order: looked through one after the other, without a look at the rows. */
  searched?: Searched
}

interface Searched {
  readonly texts: string[]
  /** Which letters each has: most rows are passed over by these alone. */
  readonly letters: number[]
}

/**
 * Filters the lines of rows in their order. A letter more only looks through what the letters before it found, and a
 * letter less finds that again, so a keystroke seldom goes through all rows, and never sorts.
 */
export function narrowingFilter<Row extends Findable>() {
  let last: { readonly lines: readonly RowLine<Row>[]; readonly passes: Passes<Row> } | undefined
  let steps: Step<Row>[] = []
  return (
    lines: readonly RowLine<Row>[],
    passes: Passes<Row>,
    words: readonly string[],
  ): readonly RowLine<Row>[] => {
    if (last?.lines !== lines || last.passes !== passes) {
      last = { lines, passes }
      steps = [{ words: [], found: passes === allPass ? lines : lines.filter(({ row }) => passes(row)) }]
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
  from.searched ??= searchedIn(from.found)
  const { texts, letters } = from.searched
  const wanted = lettersOf(words.join(' '))
  const isEnough = words.every(isWhole)
  const found: RowLine<Row>[] = []
  const searched: Searched = { texts: [], letters: [] }
  for (let place = 0; place < texts.length; place++) {
    const own = letters[place] as number
    const text = texts[place] as string
    if ((own & wanted) !== wanted || !(isEnough || hasWords(text, words))) continue
    found.push(from.found[place] as RowLine<Row>)
    searched.texts.push(text)
    searched.letters.push(own)
  }
  return { words, found, searched }
}

function searchedIn<Row extends Findable>(lines: readonly RowLine<Row>[]): Searched {
  const all = lines.map(({ row }) => searchedOf(row))
  return { texts: all.map(({ text }) => text), letters: all.map(({ letters }) => letters) }
}
