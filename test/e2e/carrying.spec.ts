import { expect, type Page } from '@playwright/test'
import { barriers, goTo, pane, rowOf, strip, title } from './at-the-desk.ts'
import { printed } from './printed.ts'
import { aRoom } from './room.ts'
import { savedFile } from './saved-file.ts'
import { test } from './test.ts'

// Undo, saved views, and what is carried out of the desk: to a file, and to paper.

const LEADER = '67206567'
const GROUP = '10003453'

const room = aRoom()
let page: Page

test.beforeEach(async ({ browser }) => {
  page = await room.sit(browser, LEADER, room.line.url)
})

test('Today comes first, and a line is one key from its list', async () => {
  for (const key of ['g', 't']) await page.keyboard.press(key)
  await expect(title(page)).toHaveText(/^Today in Maintenance Service Scotland and North East 1: /)
  await expect(page.getByText('This is your first look on this device')).toBeVisible()
  await page.getByRole('row', { name: /service requests? (is|are) overdue/ }).click()
  expect(await barriers(page), 'today').toEqual([])
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText(/^Service requests with/)
  await expect(page.getByRole('checkbox', { name: /^Overdue/ })).toBeChecked()
})

test('a list becomes a CSV file as it is displayed, without formulas, named after nobody', async () => {
  await page.getByRole('checkbox', { name: /^Team move 30/ }).check()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Held by' }).click()
  await page.keyboard.press('Escape')
  const { name, content } = await savedFile(page, () =>
    page.getByRole('button', { name: 'CSV of this list' }).click(),
  )
  expect(name).toMatch(/^Orphans, \d{1,2} \w+ \d{4}\.csv$/)
  const [titles, ...rows] = content.toString().trimEnd().split('\r\n')
  expect(titles).toBe('\uFEFFGroup,Master case,Title,Why,Invisible,Open,Next and notes')
  expect(rows).toHaveLength(30)
  for (const row of rows) expect(row).toContain('Team move')
})

test('a view is saved with its filters and columns, and is there on the next visit', async ({ browser }) => {
  await page.getByRole('checkbox', { name: /^Team move 30/ }).check()
  await page.keyboard.press('v')
  await pane(page).getByRole('textbox').fill('Left behind by movers')
  await pane(page).getByRole('checkbox', { name: 'Share it with the team' }).check()
  expect(await barriers(page), 'saving a view').toEqual([])
  await pane(page).getByRole('button', { name: 'Save view' }).click()
  await expect(pane(page)).toContainText('shared with the team')
  await expect(strip(page)).not.toContainText('waits')
  const again = await room.sit(browser, LEADER)
  await again.getByRole('link', { name: 'Left behind by movers' }).click()
  await expect(again.getByText('select all 30 that match')).toBeVisible()
})

test('z takes back what waits, and undoes by its opposite what the hub has', async () => {
  await goTo(page, 'Case groups')
  await page.getByRole('checkbox', { name: /^By a caseworker/ }).check()
  await page.getByRole('checkbox', { name: /^No open work/ }).check()
  room.line.cut()
  await expect(strip(page)).toContainText('Offline')
  await page.getByRole('grid').focus()
  await page.keyboard.press('r')
  await pane(page).getByRole('button', { name: 'Return 1 case group' }).click()
  await expect(pane(page)).toContainText('1 waiting to be sent.')
  await page.getByRole('grid').focus()
  await page.keyboard.press('z')
  await expect(strip(page)).toContainText('0 changes wait')
  await expect(pane(page)).toContainText('1 taken back.')
  room.line.mend()
  await expect(strip(page)).toContainText('Connected', { timeout: 60_000 })
  await page.keyboard.press('r')
  await pane(page).getByRole('button', { name: 'Return 1 case group' }).click()
  await expect(pane(page)).toContainText('1 done.')
  await page.getByRole('grid').focus()
  await page.keyboard.press('z')
  await expect(pane(page).getByRole('heading', { name: 'Undo 1 change' })).toBeVisible()
  await expect(pane(page)).toContainText('Allocate back to')
  expect(await barriers(page), 'undo').toEqual([])
  await pane(page).getByRole('button', { name: 'Undo 1 change' }).click()
  await expect(pane(page)).toContainText('1 done.')
})

test('a list and a case group go to tagged A4 pages, with a title that names nobody and no panes', async () => {
  await expect(rowOf(page, GROUP)).toBeVisible()
  const list = await printed(page)
  expect(list).toMatchObject({ tagged: true, language: 'en-GB', boxes: ['841.91998 594.95996'] })
  expect(list.title).toMatch(/^Orphans, \d{1,2} \w+ \d{4}$/)
  expect(list.tags).toEqual(expect.arrayContaining(['H1', 'Table', 'TH', 'TR', 'TD']))
  await rowOf(page, GROUP).click()
  await page.keyboard.press('w')
  const group = await printed(page)
  expect(group).toMatchObject({ tagged: true, language: 'en-GB', boxes: ['594.95996 841.91998'] })
  expect(group.title).toMatch(/^Case group, /)
  expect(group.tags).toEqual(expect.arrayContaining(['H1', 'H2', 'L']))
  expect(await page.title()).toBe('Team Leader Desk')
})

test('ORPH-4 so do a receipt and what it asked of local IT', async () => {
  const upright = { tagged: true, language: 'en-GB', boxes: ['594.95996 841.91998'] }
  await rowOf(page, GROUP).click()
  await page.keyboard.press('i')
  await pane(page).getByRole('button', { name: 'Ask IT to recover 1 orphan' }).click()
  await expect(pane(page)).toContainText('1 done.')
  const receipt = await printed(page)
  expect(receipt).toMatchObject(upright)
  expect(receipt.title).toMatch(/^Receipt, /)
  await goTo(page, 'Recovery')
  await rowOf(page, GROUP).click()
  await expect(pane(page)).toContainText('What IT was told')
  await page.keyboard.press('w')
  const recovery = await printed(page)
  expect(recovery).toMatchObject(upright)
  expect(recovery.title).toMatch(/^Recovery request, /)
  expect(recovery.tags).toEqual(expect.arrayContaining(['H1', 'H2', 'L']))
})

test('on paper there is nothing of the desk around it: no pane, no button, no list that scrolls', async () => {
  // With the headings, of which there are more or fewer from day to day.
  const listed = Number(await page.getByRole('grid').getAttribute('aria-rowcount'))
  expect(listed).toBeGreaterThan(63)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.desk')).toBeHidden()
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.locator('.paper').getByRole('row')).toHaveCount(listed)
  await expect(page.locator('.paper').getByRole('rowheader').first()).toHaveText(/^\d{8}$|Deadline/)
})
