import type { Page } from '@playwright/test'
import type { DeskHub } from './desk-hub.ts'

/** Signs the segment's manager in and waits until all his case groups are listed; says the milliseconds from the click. */
export async function signIn(page: Page, { origin, manager }: DeskHub, groups: number): Promise<number> {
  await page.goto(`${origin}/#/case-groups`)
  await page.getByRole('combobox').fill(manager.staffNumber)
  const person = page.getByRole('option').filter({ hasText: manager.staffNumber })
  await person.waitFor()
  // In the page before the click; the desk itself is the same page.
  const listed = page.evaluate(waitForList, { groups, connected: true })
  await page.evaluate(() => undefined)
  await person.click()
  return (await listed) - (await page.evaluate(() => window.bench.lastInput))
}

/** Runs in the page: when so many groups are listed, by the page's clock; with `connected`, when the desk says that too. */
export function waitForList({ groups, connected }: Awaited): Promise<number> {
  return window.bench.painted(
    () =>
      document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === String(groups + 1) &&
      document.querySelector('[role=grid] [data-line]') !== null &&
      (!connected || document.querySelector('.sync-connected') !== null),
  )
}

interface Awaited {
  readonly groups: number
  readonly connected: boolean
}

/** Runs in the page: when the last of the sealed pages was written, once nothing was for a second. */
export async function waitForWrites(): Promise<number> {
  const { bench } = window
  for (;;) {
    const seen = bench.writes.length
    await new Promise(done => setTimeout(done, 1_000))
    if (bench.writing === 0 && bench.writes.length === seen) break
  }
  return bench.writes.findLast(({ database }) => database.startsWith('desk-cache'))?.at ?? Number.NaN
}
