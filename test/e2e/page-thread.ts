import { expect, type Page } from '@playwright/test'

/** What `act` brings back of what is kept, it opens in a thread beside the page's own. */
export async function opensBeside(page: Page, act: () => Promise<unknown>): Promise<void> {
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  const started = page.waitForEvent('worker')
  await act()
  expect((await started).url()).toContain('/page-worker')
  await expect(page.getByRole('grid')).toBeVisible()
  expect(complaints.filter(text => text.includes('without a thread'))).toEqual([])
}
