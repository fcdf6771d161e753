import type { Page } from '@playwright/test'

/** Until the hub has all changes and told what became of them. */
export async function waitUntilSent(page: Page): Promise<void> {
  await page
    .locator('.strip-link')
    .filter({ hasText: /^0 changes wait/ })
    .waitFor()
}
