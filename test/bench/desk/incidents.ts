import type { Page } from '@playwright/test'
import type { Benchmark } from '../benchmark.ts'
import { median, p95 } from '../median.ts'
import { typeAndTakeBack } from './keystroke.ts'
import { somebodyElse } from './somebody-else.ts'
import { timed } from './timed.ts'
import { waitUntilSent } from './wait-until-sent.ts'
import { workingDesk } from './working-desk.ts'

const open = 500
const decisions = 15
const words = ['smith', 'patel', '1000', 'mac']

/** The queue of 500 open incidents: from a key that searches it, or that decides one, to the changed list. */
export const incidentsBenchmark: Benchmark = {
  names: ['incidents'],
  async *run(world) {
    const { page, hub } = await workingDesk(world.groups, world)
    await (await somebodyElse(hub)).raise(open)
    await page.getByRole('grid').focus()
    for (const key of ['Escape', 'g', 'i']) await page.keyboard.press(key)
    await page.waitForFunction(
      least => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) > least,
      open,
    )
    await page.locator('#search').focus()
    await typeAndTakeBack(page, 'zz')
    const typed: number[] = []
    for (const word of words) typed.push(...(await typeAndTakeBack(page, word)))
    const decided: number[] = []
    for (let time = -1; time < decisions; time++) {
      const took = await decide(page)
      if (time >= 0) decided.push(took)
    }
    const detail = `medians ${Math.round(median(typed))} ms of ${typed.length} keys that search, ${Math.round(median(decided))} ms of ${decisions} that decide`
    yield { name: 'incidents', value: p95([...typed, ...decided]), baseline: null, ratio: null, detail }
  },
}

/** The first consultation, to be documented and referred: to the list in which it stands elsewhere. */
async function decide(page: Page): Promise<number> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('D')
  await page.locator('.doing textarea').waitFor()
  const took = await timed(page, watchQueue, () => page.keyboard.press('Control+Enter'))
  await waitUntilSent(page)
  return took
}

/** Runs in the page: from the next key to other rows on the screen. */
function watchQueue(): void {
  const { bench } = window
  const before = bench.rows()
  const last = bench.lastInput
  bench.change = bench
    .painted(() => bench.lastInput !== last && bench.rows() !== before)
    .then(painted => painted - bench.lastInput)
}
