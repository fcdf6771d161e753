import type { Page } from '@playwright/test'

/**
 * What the page measures of an act. `watch` runs in the page before the act and puts what it waits for into
 * `window.bench.change`: a wait that began after the act could miss its end.
 */
export async function timed(page: Page, watch: () => void, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(watch)
  await act()
  return page.evaluate(() => window.bench.change)
}
