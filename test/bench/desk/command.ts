import type { Page } from '@playwright/test'
import type { Benchmark } from '../benchmark.ts'
import { median, p95 } from '../median.ts'
import { timed } from './timed.ts'
import { waitUntilSent } from './wait-until-sent.ts'
import { workingDesk } from './working-desk.ts'

const times = 25

/** The force return of one group by keyboard: to its changed row, and to its durable record. */
export const commandBenchmark: Benchmark = {
  names: ['command-visible', 'command-durable'],
  async *run(world) {
    const { page } = await workingDesk(world.groups, world)
    const visible: number[] = []
    const durable: number[] = []
    await returnNext(page)
    for (let time = 0; time < times; time++) {
      const took = await returnNext(page)
      visible.push(took.visible)
      durable.push(took.durable)
    }
    const none = { baseline: null, ratio: null }
    const detail = (all: readonly number[]) => `median ${Math.round(median(all))} ms of ${times}`
    yield { name: 'command-visible', value: p95(visible), ...none, detail: detail(visible) }
    yield { name: 'command-durable', value: p95(durable), ...none, detail: detail(durable) }
  },
}

async function returnNext(page: Page) {
  await page.getByRole('grid').focus()
  await goToHeld(page)
  await page.keyboard.press('r')
  const reason = page.locator('.doing textarea')
  await reason.fill('Measured by the bench')
  const visible = await timed(page, watchRow, () => reason.press('Control+Enter'))
  const durable = await page.evaluate(waitForOutbox)
  await waitUntilSent(page)
  await page.keyboard.press('Escape')
  return { visible, durable }
}

/** The next row that somebody holds, without a lock. */
async function goToHeld(page: Page): Promise<void> {
  do await page.keyboard.press('j')
  while (/nobody|Locked/.test((await page.locator('.grid-focused').textContent()) ?? ''))
}

/** Runs in the page: from the next Ctrl+Enter to the row drawn as intended. */
function watchRow(): void {
  const { bench } = window
  const row = () => document.querySelector('.grid-focused')
  const number = row()?.querySelector('.number')?.textContent
  const last = bench.lastInput
  const isDrawn = () => {
    const found = row()
    return (
      found?.querySelector('.number')?.textContent !== number || found?.matches('.grid-intended') === true
    )
  }
  bench.writes.length = 0
  bench.change = bench
    .painted(() => bench.lastInput !== last && isDrawn())
    .then(painted => painted - bench.lastInput)
}

/** Runs in the page: from the last Ctrl+Enter to the command written. */
async function waitForOutbox(): Promise<number> {
  const { bench } = window
  for (;;) {
    const written = bench.writes.find(({ database }) => database === 'desk-outbox')
    if (written) return written.at - bench.lastInput
    await new Promise(done => setTimeout(done, 5))
  }
}
