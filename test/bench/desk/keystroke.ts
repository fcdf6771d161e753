import type { Page } from '@playwright/test'
import type { Benchmark } from '../benchmark.ts'
import { median, p95 } from '../median.ts'
import { timed } from './timed.ts'
import { workingDesk } from './working-desk.ts'

/** Names, types of work, a postcode and a number, typed letter by letter and taken back. */
const words = ['smith', 'patel', 'annual', 'bt4', '1000', 'mac', 'liability', "o'hara"]

const NEVER = Number.MAX_SAFE_INTEGER

/** From a key in the search field to the list it leads to, painted. */
export const keystrokeBenchmark: Benchmark = {
  names: ['keystroke'],
  async *run(world) {
    const { page } = await workingDesk(world.groups, world)
    await page.locator('#search').focus()
    // The texts that are searched are made at the first search.
    await typeAndTakeBack(page, 'zz')
    const typed: number[] = []
    for (const word of words) typed.push(...(await typeAndTakeBack(page, word)))
    await page.keyboard.press('Escape')
    const detail = `median ${Math.round(median(typed))} ms of ${typed.length} keys`
    yield { name: 'keystroke', value: p95(typed), baseline: null, ratio: null, detail }
  },
}

/** What each key of a word, typed and taken back, takes to the list that it leads to; none that leaves the list as it was. */
export async function typeAndTakeBack(page: Page, word: string): Promise<readonly number[]> {
  const keys = [...word, ...[...word].map(() => 'Backspace')]
  const took: number[] = []
  for (const key of keys) took.push(await timed(page, watchList, () => page.keyboard.press(key)))
  return took.filter(ms => ms < NEVER)
}

/** Runs in the page: from the next key to another list on the screen; for ever where the key left the list as it was. */
function watchList(): void {
  const { bench } = window
  const rows = () => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? 'none'
  const before = rows()
  const last = bench.lastInput
  const waited = () => bench.lastInput !== last && performance.now() - bench.lastInput > 600
  bench.change = bench
    .painted(() => rows() !== before || waited())
    .then(painted => (rows() === before ? Number.MAX_SAFE_INTEGER : painted - bench.lastInput))
}
