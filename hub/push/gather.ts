import { Refusal } from '../http/refusal.ts'

interface Gathering<Item, Answer> {
  /** Works on several; says of each, in their order, how it ended. Rejects where nothing of all of them was done. */
  readonly work: (items: readonly Item[]) => Promise<readonly (Answer | Refusal)[]>
  /** Whether one can be worked on together with these. */
  readonly fits: (item: Item, others: readonly Item[]) => boolean
  /** Whether one of them may be why nothing was done, so that each is to be worked on by itself. */
  readonly eachAlone: (problem: unknown) => boolean
  /** So many at once; the others wait in line, and beyond that are turned away. */
  readonly inside: number
  readonly waiting: number
}

interface InLine<Item, Answer> {
  readonly item: Item
  readonly end: (outcome: Answer | Refusal) => void
  readonly fail: (problem: unknown) => void
}

/** Works on what comes: at once where there is room, otherwise together with whatever else waits by then. */
export function gather<Item, Answer>({ work, fits, eachAlone, inside, waiting }: Gathering<Item, Answer>) {
  type One = InLine<Item, Answer>
  let working = 0
  let line: readonly One[] = []

  async function next(): Promise<void> {
    if (working >= inside || line.length === 0) return
    working += 1
    const together = firstOf(line, fits)
    line = line.filter(one => !together.includes(one))
    await workOn(together)
    working -= 1
    void next()
  }

  async function workOn(together: readonly One[]): Promise<void> {
    try {
      const outcomes = await work(together.map(({ item }) => item))
      for (const [at, { end }] of together.entries()) end(outcomes[at] as Answer | Refusal)
    } catch (problem) {
      if (together.length === 1 || !eachAlone(problem)) for (const { fail } of together) fail(problem)
      else for (const one of together) await workOn([one])
    }
  }

  return (item: Item): Promise<Answer> =>
    new Promise((resolve, fail) => {
      if (working >= inside && line.length >= waiting) throw new Refusal('busy')
      const end = (outcome: Answer | Refusal) =>
        outcome instanceof Refusal ? fail(outcome) : resolve(outcome)
      line = [...line, { item, end, fail }]
      void next()
    })
}

/** Who has waited longest, and those right behind him as long as they fit: nobody is overtaken. */
function firstOf<Item, One extends { readonly item: Item }>(
  line: readonly One[],
  fits: (item: Item, others: readonly Item[]) => boolean,
): readonly One[] {
  const together: One[] = []
  const items: Item[] = []
  for (const one of line) {
    if (items.length > 0 && !fits(one.item, items)) break
    together.push(one)
    items.push(one.item)
  }
  return together
}
