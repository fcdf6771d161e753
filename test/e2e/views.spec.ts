import { expect } from '@playwright/test'
import { type AtDesk, barriers, find, goTo, pane, rowOf, sitDown, strip, title } from './at-the-desk.ts'
import { onlyInBrowser } from './open-page.ts'
import { fixtureHub, type SampleHub } from './sample-hub.ts'
import { test } from './test.ts'

// Every view, on the real hub and the extract that the tests share.

const LEADER = '67206567'
const MANAGER = '69644903'
const SPECIALISTS_LEADER = '28721577'

let hub: SampleHub
let seated: AtDesk[]

test.beforeAll(async () => {
  hub = await fixtureHub()
})
test.afterAll(() => hub.stop())
test.beforeEach(() => {
  seated = []
})
test.afterEach(async () => {
  for (const desk of seated) {
    expect(desk.complaints).toEqual([])
    await desk.close()
  }
})

async function sit(browser: Parameters<typeof sitDown>[0], staff: string) {
  const desk = await sitDown(browser, { hub: hub.url, staff })
  seated.push(desk)
  return desk.page
}

test('ORPH-3 orphans are listed with cause and days invisible, the worst first', async ({ browser }) => {
  const page = await sit(browser, LEADER)
  await expect(title(page)).toHaveText(
    /^Orphans in Maintenance Service Scotland and North East 1: 64, 31 overdue/,
  )
  const row = page.getByRole('row', { name: /10003453/ })
  await expect(row).toContainText('Priya Webb')
  await expect(row).toContainText('Access removed')
  await expect(row).toContainText(/\d+ days/)
  await expect(pane(page)).toContainText('access was removed on 15 August 2026')
})

test('the filters narrow the list and say how many there are of each', async ({ browser }) => {
  const page = await sit(browser, LEADER)
  await page.getByRole('checkbox', { name: /^Team move 30/ }).check()
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', /^3[0-9]$/)
  await expect(page.getByText('select all 30 that match')).toBeVisible()
  await page.getByRole('button', { name: 'Clear all filters' }).click()
  await expect(page.getByText('select all 64')).toBeVisible()
})

test('ORPH-2 an orphaned specialist request is shown to the leader of the team that was left', async ({
  browser,
}) => {
  const page = await sit(browser, SPECIALISTS_LEADER)
  await expect(title(page)).toHaveText(/^Orphans in Maintenance Collections: 37/)
  await find(page, '1-0000008')
  await expect(rowOf(page, '10000011')).toContainText('Access removed')
  await expect(pane(page)).toContainText('1-0000008 is orphaned')
})

test('LOCK-7 a lock says what is wrong with it, and LOCK-5 where its group would go', async ({ browser }) => {
  const page = await sit(browser, MANAGER)
  await goTo(page, 'Locks')
  await expect(title(page)).toHaveText(
    /^Locks in Maintenance Service Scotland and North East: 26, 24 with something wrong/,
  )
  await expect(pane(page)).toContainText('If unlocked now')
  await page.getByRole('checkbox', { name: /^Goes elsewhere 2/ }).check()
  await expect(pane(page)).toContainText('A lock since')
  await expect(pane(page)).toContainText('keeps it here.')
  await expect(pane(page)).toContainText('It belongs there since 13 June 2025.')
})

test('a segment manager sees the teams of his segment, and goes into a caseworker’s groups', async ({
  browser,
}) => {
  const page = await sit(browser, MANAGER)
  await goTo(page, 'My team')
  await expect(
    page.getByText(/^Maintenance Service Scotland and North East 2 · \d+ caseworkers/),
  ).toBeVisible()
  await page.getByRole('row', { name: /Aoife Holmes/ }).dblclick()
  await expect(title(page)).toHaveText('Case groups of Aoife Holmes: 33')
})

test('ALLOC-10 a case group explains itself, rank by rank, and what would change it', async ({ browser }) => {
  const page = await sit(browser, LEADER)
  await expect(pane(page)).toContainText(
    'In Maintenance Service Scotland and North East because the case is at maintenance.',
  )
  const complex = pane(page).getByRole('listitem').filter({ hasText: 'Complex Case' })
  await expect(complex).toHaveCount(0)
  await pane(page).getByRole('button', { name: 'Show every rank' }).click()
  await expect(complex).toContainText('no marker')
  await expect(pane(page).getByRole('listitem').filter({ hasText: 'decides' })).toContainText(
    'Maintenance Service',
  )
  await expect(pane(page)).toContainText(
    'If the paying parent became non-compliant, it would belong to Enforcement Local Centre Scotland and North East.',
  )
})

test('a NINO is shown only when asked for', async ({ browser }) => {
  const page = await sit(browser, LEADER)
  await expect(pane(page).getByText('•• •• ••').first()).toBeVisible()
  await pane(page)
    .getByRole('button', { name: /^Show the NINO/ })
    .first()
    .click()
  await expect(pane(page).getByText(/NINO [A-Z]{2}\d{6}[A-D]/)).toBeVisible()
})

test('one works down a list without a mouse, and finds anybody by name, number or postcode', async ({
  browser,
}) => {
  const page = await sit(browser, LEADER)
  await page.getByRole('grid').focus()
  for (const key of ['j', 'x', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key)
  await expect(page.getByText('3 selected of 64')).toBeVisible()
  for (const key of ['g', 'c']) await page.keyboard.press(key)
  await expect(title(page)).toHaveText(/^Case groups of/)
  await find(page, 'adeyemi olivia')
  await expect(rowOf(page, '10000169')).toBeVisible()
  await find(page, '10003453')
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2')
})

test('neither address nor title holds a number or a name', async ({ browser }) => {
  const page = await sit(browser, LEADER)
  await find(page, '10003453')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Back to the list' })).toBeVisible()
  expect(new URL(page.url()).hash).toBe('#/case-group')
  expect(await page.title()).toBe('Team Leader Desk')
})

test('every page says that it is a demonstration', async ({ browser }) => {
  const page = await sit(browser, LEADER)
  await expect(strip(page)).toContainText('Demonstration · sample caseload')
})

test('BOM-3 the segment map draws what its list says, and a box shows its segment', async ({ browser }) => {
  const page = await sit(browser, MANAGER)
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await expect(title(page)).toHaveText('Segment map: 570 case groups, 2 belong elsewhere, 2 held by a lock')
  await expect(pane(page)).toContainText('2 case groups to Enforcement Local Centre Scotland and North East')
  const drawing = page.getByRole('img', { name: /^Drawing of 37 segments .* 3 flows/ })
  await expect(drawing.locator('.segment-box')).toHaveCount(37)
  await expect(drawing.locator('.segment-own')).toHaveText('5704 out')
  await expect(drawing.locator('.flow')).toHaveCount(3)
  await expect(drawing.locator('.flow-held')).toHaveCount(2)
  expect(await barriers(page), 'the drawing').toEqual([])
  await drawing.getByTitle('Enforcement Local Centre Scotland and North East').click()
  await expect(pane(page)).toContainText('2 case groups from Maintenance Service Scotland and North East')
  await expect(page.getByRole('row', { selected: true }).or(page.locator('.grid-focused'))).toContainText(
    'Scotland and North East',
  )
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await expect(pane(page).getByRole('heading', { level: 2 })).toHaveText(
    'Enforcement Local Centre South and East',
  )
  await page.getByRole('button', { name: 'Hide the drawing' }).click()
  await expect(drawing).toHaveCount(0)
})

test('the drawing of the segment map says so when it cannot be fetched, and the list stays', async ({
  browser,
}) => {
  onlyInBrowser('The application has its own files with it.')
  const page = await sit(browser, MANAGER)
  await page.route(/map-drawing/, route => route.abort())
  await goTo(page, 'Segment map')
  await expect(page.getByRole('main')).toContainText('The drawing could not be fetched')
  await expect(page.getByRole('grid')).toContainText('Maintenance Service')
})
