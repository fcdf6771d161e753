import { expect, type Page } from '@playwright/test'
import { type DeskPage, deskPage } from './desk-page.ts'
import type { OpenPage } from './open-page.ts'
import { test } from './test.ts'

// The list of case groups with 50,000 of them, in the desk as it is built, without a hub.

let desk: DeskPage
let opened: OpenPage
let page: Page

test.beforeAll(async () => {
  desk = await deskPage()
})
test.afterAll(() => desk.close())
test.beforeEach(async ({ browser }) => {
  opened = await desk.open(browser, 'groups=50000', '#/case-groups')
  page = opened.page
  await expect(page.getByRole('heading', { level: 1, name: /^Case groups of/ })).toBeVisible()
})
test.afterEach(() => opened.close())

const rows = () => page.getByRole('row').count()

test('End goes to the last of 50,000 rows, and at most 80 of them exist', async () => {
  const grid = page.getByRole('grid')
  await expect(grid).toHaveAttribute('aria-rowcount', '50001')
  expect(await rows()).toBeLessThanOrEqual(80)
  await grid.focus()
  await page.keyboard.press('End')
  const last = page.locator('[aria-rowindex="50001"]')
  await expect(last).toBeInViewport()
  await expect(grid).toHaveAttribute('aria-activedescendant', (await last.getAttribute('id')) ?? '')
  expect(await rows()).toBeLessThanOrEqual(80)
})

test('the focused row exists however far one scrolls away from it', async () => {
  await page.getByRole('grid').evaluate(grid => {
    grid.scrollTop = 700_000
  })
  await expect(page.locator('[aria-rowindex="25003"]')).toBeVisible()
  const active = await page.getByRole('grid').getAttribute('aria-activedescendant')
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-rowindex', '2')
  expect(await rows()).toBeLessThanOrEqual(80)
})

test('all that match are selected at once, and the button says how many', async () => {
  await page.getByRole('checkbox', { name: /^Locked/ }).check()
  await page.getByRole('button', { name: 'select all 2,500 that match' }).click()
  await expect(page.getByRole('button', { name: /^Return 2,500 case groups/ })).toBeVisible()
  await expect(page.getByText('2,500 selected of 50,000')).toBeVisible()
})

test('letter by letter a name is found among 50,000', async () => {
  await page.keyboard.press('/')
  for (const letter of 'smith') await page.keyboard.press(letter)
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(50_000 / 8 + 1))
})
