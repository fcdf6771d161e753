import { expect } from '@playwright/test'
import { find, goTo, pane, rowOf, sitDown, title } from './at-the-desk.ts'
import { inApplication } from './open-page.ts'
import { replyLine } from './reply-line.ts'
import { oneSegmentHub } from './sample-hub.ts'
import { test } from './test.ts'

// A segment manager with as many case groups as there can be in one segment.

const GROUPS = 50_000
const EIGHT_KILOBYTES = 8 * 1024

let hub: Awaited<ReturnType<typeof oneSegmentHub>>

test.beforeAll(async () => {
  test.setTimeout(240_000)
  hub = await oneSegmentHub(GROUPS)
})
test.afterAll(() => hub.stop())

test('fifty thousand rows have their ends, and a foreign change costs a small pull', async ({ browser }) => {
  test.setTimeout(inApplication ? 480_000 : 240_000)
  const line = await replyLine(hub.url)
  const manager = await sitDown(browser, { hub: line.url, staff: hub.manager.staffNumber })
  const { page } = manager
  await goTo(page, 'Case groups')
  await expect(title(page)).toContainText('50,000')
  await page.getByRole('grid').focus()
  await page.keyboard.press('End')
  const last = page.locator('[role=row][aria-rowindex="50001"]')
  await expect(last).toBeVisible()
  await expect(last).toHaveAttribute('aria-rowindex', '50001')
  expect(await page.getByRole('row').count()).toBeLessThanOrEqual(80)
  await page.keyboard.press('Home')
  await expect(page.locator('[role=row][aria-rowindex="2"]')).toBeVisible()

  const pulls = line.weigh('/sync/pull')
  const leader = await sitDown(browser, { hub: hub.url, staff: hub.manager.leader })
  await goTo(leader.page, 'Locks')
  await leader.page.getByRole('grid').focus()
  const number = await leader.page
    .getByRole('gridcell', { name: /^\d{8}$/ })
    .first()
    .textContent()
  await goTo(page, 'Locks')
  await find(page, number ?? '')
  await expect(rowOf(page, number ?? '')).toBeVisible()
  await leader.page.keyboard.press('u')
  await leader.page.keyboard.press('Control+Enter')
  await expect(pane(leader.page).getByRole('status')).toHaveText('1 done.')
  await expect(rowOf(page, number ?? '')).toBeHidden()
  await expect.poll(() => pulls.length).toBeGreaterThan(0)
  expect(Math.max(...pulls)).toBeLessThanOrEqual(EIGHT_KILOBYTES)
  expect([...manager.complaints, ...leader.complaints]).toEqual([])
  await manager.close()
  await leader.close()
  await line.close()
})
