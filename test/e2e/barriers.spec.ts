import { type Browser, expect, type Page } from '@playwright/test'
import {
  type AtDesk,
  barriers,
  colourBarriers,
  goTo,
  lookAt,
  pane,
  sitDown,
  usualLook,
} from './at-the-desk.ts'
import { fixtureHub, type SampleHub } from './sample-hub.ts'
import { test } from './test.ts'

// Nothing bars anybody: axe on every view and on what lies over it, in all colours, with letters twice as large too.

const LEADER = '67206567'
const MANAGER = '69644903'
const CASEWORKER = '98160339'
const SPECIALIST = '61494155'
const LOCAL_IT = '67023303'
const SERVICE_MANAGEMENT = '69804436'
const CLOSURE_MANAGER = '48894191'
const LEADER_OF_SPECIALISTS = '18124895'

const leaders = [
  'Today',
  'Orphans',
  'Locks',
  'Queue',
  'Service requests',
  'Incidents',
  'Advice',
  'Deadlines',
  'Returns',
  'My team',
  'Case groups',
  'Segment map',
  'Needs you',
]
const managers = [
  'Today',
  'Recovery',
  'Queue',
  'My team',
  'Teams side by side',
  'Allocation drift',
  'Differences',
  'Data exceptions',
]
const caseworkers = [
  'My case groups',
  'My service requests',
  'My incidents',
  'My deadlines',
  'To return',
  'My locks',
]
const localIt = ['Recovery']
const specialists = ['My service requests', 'Advice']

// What another look can change: colours do not change with the size of the letters, nor anything else with the colours.
const otherColours = ['dark', 'forced'] as const

// A dozen views in one test, each looked through by axe in four looks; no test leaves anything for another.
test.describe.configure({ mode: 'parallel', timeout: 600_000 })

let hub: SampleHub
let desk: AtDesk | undefined

test.beforeAll(async () => {
  hub = await fixtureHub()
})
test.afterAll(() => hub.stop())
test.afterEach(async () => {
  expect(desk?.complaints).toEqual([])
  await desk?.close()
})

async function sit(browser: Browser, staff: string): Promise<Page> {
  desk = await sitDown(browser, { hub: hub.url, staff })
  return desk.page
}

for (const [role, staff, views] of [
  ['segment manager', MANAGER, managers],
  ['caseworker', CASEWORKER, caseworkers],
  ['specialist', SPECIALIST, specialists],
  ['member of local IT', LOCAL_IT, localIt],
  ['member of service management', SERVICE_MANAGEMENT, ['Today', 'Data exceptions', 'Segment map']],
  ['closure case manager', CLOSURE_MANAGER, ['Today', 'My incidents']],
  ['team leader', LEADER, leaders],
] as const) {
  test(`nothing bars a ${role} from any view, in any colours, with letters twice as large`, async ({
    browser,
  }) => {
    const page = await sit(browser, staff)
    for (const view of views) {
      await goTo(page, view)
      await expectNone(page, view)
    }
  })
}

test('nothing bars anybody from what opens on a view or lies over it, in any look', async ({ browser }) => {
  const page = await sit(browser, LEADER)
  await page.getByRole('grid').focus()
  await page.keyboard.press('r')
  await expect(pane(page).getByRole('heading', { name: 'Return 1 case group' })).toBeVisible()
  await expectNone(page, 'preview')
  await page.keyboard.press('Escape')
  await page.getByRole('grid').focus()
  await page.keyboard.press('N')
  await expect(pane(page).getByRole('radio').first()).toBeFocused()
  await expectNone(page, 'where an incident belongs first')
  for (const key of ['Space', 'Tab', 'Space', 'Tab', 'Space']) await page.keyboard.press(key)
  await page.keyboard.press('Control+Enter')
  await expect(pane(page).getByRole('alert')).toBeVisible()
  await expectNone(page, 'what an incident lacks')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'All keys' })).toBeVisible()
  await expectNone(page, 'keys')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+K')
  await expect(page.getByRole('listbox')).toBeVisible()
  await expectNone(page, 'palette')
  await page.keyboard.press('Escape')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Back to the list' })).toBeVisible()
  await expectNone(page, 'case group')
})

test('nothing bars the leader of specialists from giving many requests away', async ({ browser }) => {
  const page = await sit(browser, LEADER_OF_SPECIALISTS)
  await goTo(page, 'Service requests')
  await page.getByRole('grid').focus()
  for (const key of ['x', 'j', 'x', 'm']) await page.keyboard.press(key)
  await expect(pane(page).getByRole('heading', { name: 'Assign 2 service requests' })).toBeVisible()
  await page.keyboard.press('Space')
  await expect(pane(page).getByRole('heading', { name: 'What will happen' })).toBeVisible()
  await expectNone(page, 'many requests')
})

test('WCAG 1.4.10 with letters twice as large the rail, the filters and the pane are all there', async ({
  browser,
}) => {
  const page = await sit(browser, LEADER)
  await lookAt(page, { colours: 'light', zoom: 2 })
  await page.getByText('Filters', { exact: true }).click()
  await page.getByRole('checkbox', { name: /^Team move/ }).check()
  await expect(page.getByText('Filters, 1 chosen')).toBeVisible()
  await page.getByRole('grid').focus()
  await page.keyboard.press('r')
  await page.keyboard.type('Nobody has worked this since August.')
  await expect(pane(page).getByRole('textbox')).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Control+Enter')
  await expect(pane(page).getByRole('heading', { name: 'Asked: return 1 case group' })).toBeInViewport()
  await expect(page.getByRole('contentinfo')).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid')).toBeFocused()
})

/** As it is usually looked at, in other colours, and with letters twice as large; left as it is usually looked at. */
async function expectNone(page: Page, where: string): Promise<void> {
  await expectNothing(page, where)
  for (const colours of otherColours) {
    await lookAt(page, { colours, zoom: 1 })
    expect(await colourBarriers(page), `${where}, ${colours}`).toEqual([])
  }
  await lookAt(page, { colours: 'light', zoom: 2 })
  await expectNothing(page, `${where}, 200 %`)
  await lookAt(page, usualLook)
}

async function expectNothing(page: Page, where: string): Promise<void> {
  expect(await barriers(page), where).toEqual([])
  expect(await scrollsSideways(page), `${where} scrolls sideways`).toBe(false)
  expect(await overflowing(page), `${where}, cells`).toEqual([])
  expect(await onTheirWay(page), `${where}, what takes its time`).toEqual([])
}

const scrollsSideways = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, document.querySelector('.desk')].some(
      element => element !== null && element.scrollWidth > element.clientWidth,
    ),
  )

/** Cells that were said to have room for their text and have none. */
const overflowing = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-line] > .grid-cell:not(.grid-cut)')]
      .filter(cell => cell.scrollWidth > cell.clientWidth)
      .map(cell => cell.textContent),
  )

/** What would not be there at once when it changes. */
const onTheirWay = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.look *')]
      .filter(element =>
        [null, '::before', '::after'].some(
          part => getComputedStyle(element, part).transitionDuration !== '0s',
        ),
      )
      .map(({ className }) => String(className)),
  )
