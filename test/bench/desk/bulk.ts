import type { Page } from '@playwright/test'
import type { Benchmark } from '../benchmark.ts'
import { median } from '../median.ts'
import { timed } from './timed.ts'
import { waitUntilSent } from './wait-until-sent.ts'
import { workingDesk } from './working-desk.ts'

const rounds = 5
const groups = 500

/** The force return of 500 groups by keyboard: to the preview, and to the list with all of them intended. */
export const bulkBenchmark: Benchmark = {
  names: ['bulk-preview', 'bulk-apply'],
  async *run(world) {
    const { page } = await workingDesk(world.groups, world)
    const previews: number[] = []
    const applies: number[] = []
    for (let round = 0; round < rounds; round++) {
      const { preview, apply } = await returnMany(page)
      previews.push(preview)
      applies.push(apply)
    }
    const none = { baseline: null, ratio: null }
    const detail = (all: readonly number[]) => `slowest of ${rounds}: ${Math.round(Math.max(...all))} ms`
    yield { name: 'bulk-preview', value: median(previews), ...none, detail: detail(previews) }
    yield { name: 'bulk-apply', value: median(applies), ...none, detail: detail(applies) }
  },
}

async function returnMany(page: Page) {
  const grid = page.getByRole('grid')
  await grid.focus()
  await select(page)
  await grid.focus()
  const preview = await timed(page, watchPreview, () => page.keyboard.press('r'))
  const reason = page.locator('.doing textarea')
  await reason.fill('Measured by the bench')
  const apply = await timed(page, watchReceipt, () => reason.press('Control+Enter'))
  await waitUntilSent(page)
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  return { preview, apply }
}

/** Selects 500 rows from the focused one on. */
async function select(page: Page): Promise<void> {
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+PageDown')
  for (;;) {
    const text = (await page.locator('.selection').textContent()) ?? ''
    const selected = Number(/^[\d,]+/.exec(text)?.[0].replaceAll(',', ''))
    if (selected === groups) return
    const key = groups - selected > 60 ? 'PageDown' : 'ArrowDown'
    if (selected > groups) throw new Error(`${selected} are selected.`)
    await page.keyboard.press(`Shift+${key}`)
  }
}

/** Runs in the page: from the next key to the preview on the screen. */
function watchPreview(): void {
  const { bench } = window
  const last = bench.lastInput
  const submit = () => document.querySelector('.doing button[type=submit]')?.textContent ?? ''
  bench.change = bench
    .painted(() => bench.lastInput !== last && /^Return \d/.test(submit()))
    .then(painted => painted - bench.lastInput)
}

/** Runs in the page: from the next key to the receipt and the intended rows on the screen. */
function watchReceipt(): void {
  const { bench } = window
  const last = bench.lastInput
  const isThere = () =>
    document.querySelector('.doing .receipt') !== null && document.querySelector('.grid-intended') !== null
  bench.change = bench
    .painted(() => bench.lastInput !== last && isThere())
    .then(painted => painted - bench.lastInput)
}
