import { expect, type Page } from '@playwright/test'
import { deskPage } from './desk-page.ts'
import { test } from './test.ts'

// The list of case groups with 50,000 of them, in the desk as it is built, without a hub.

let desk: Awaited<ReturnType<typeof deskPage>>

test.beforeAll(async () => {
  desk = await deskPage()
})
test.afterAll(() => desk.close())

async function open(page: Page, groups: number): Promise<void> {
  await page.goto(desk.withGroups(groups))
  await expect(page.getByRole('heading', { level: 1, name: /^Case groups of/ })).toBeVisible()
}

const rows = (page: Page) => page.getByRole('row').count()

test('End goes to the last of 50,000 rows, and at most 80 of them exist', async ({ page }) => {
  await open(page, 50_000)
  const grid = page.getByRole('grid')
  await expect(grid).toHaveAttribute('aria-rowcount', '50001')
  expect(await rows(page)).toBeLessThanOrEqual(80)
  await grid.focus()
  await page.keyboard.press('End')
  const last = page.locator('[aria-rowindex="50001"]')
  await expect(last).toBeInViewport()
  await expect(grid).toHaveAttribute('aria-activedescendant', (await last.getAttribute('id')) ?? '')
  expect(await rows(page)).toBeLessThanOrEqual(80)
})

test('the focused row exists however far one scrolls away from it', async ({ page }) => {
  await open(page, 50_000)
  await page.getByRole('grid').evaluate(grid => {
    grid.scrollTop = 700_000
  })
  await expect(page.locator('[aria-rowindex="25003"]')).toBeVisible()
  const active = await page.getByRole('grid').getAttribute('aria-activedescendant')
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-rowindex', '2')
  expect(await rows(page)).toBeLessThanOrEqual(80)
})

test('all that match are selected at once, and the button says how many', async ({ page }) => {
  await open(page, 50_000)
  await page.getByRole('checkbox', { name: /^Locked/ }).check()
  await page.getByRole('button', { name: 'select all 2,500 that match' }).click()
  await expect(page.getByRole('button', { name: /^Return 2,500 case groups/ })).toBeVisible()
  await expect(page.getByText('2,500 selected of 50,000')).toBeVisible()
})

test('letter by letter a name is found among 50,000', async ({ page }) => {
  await open(page, 50_000)
  await page.keyboard.press('/')
  for (const letter of 'smith') await page.keyboard.press(letter)
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(50_000 / 8 + 1))
})
