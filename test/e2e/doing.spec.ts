import { expect, type Page } from '@playwright/test'
import { barriers, find, goTo, pane, rowOf, strip, title } from './at-the-desk.ts'
import { aRoom } from './room.ts'
import { test } from './test.ts'

// What a team leader does, on the real hub, with a colleague at a desk of her own.

const LEADER = '67206567'
const MANAGER = '69644903'
const LARGE_TEAMS_LEADER = '59645733'
const LARGE_SEGMENTS_MANAGER = '79076459'

const room = aRoom()
const { sit } = room

const waiting = (page: Page, count: string) => expect(strip(page)).toContainText(count)

async function selectFirst(page: Page, count: number): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  for (let row = 1; row < count; row++) await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText(`${count} selected of`)).toBeVisible()
}

async function returnFocused(page: Page, reason: string): Promise<void> {
  await page.keyboard.press('r')
  await pane(page).getByRole('textbox').fill(reason)
  await page.keyboard.press('Control+Enter')
  await expect(pane(page).getByRole('heading', { name: 'Asked: return 1 case group' })).toBeVisible()
}

test('RTS-5 two hundred case groups are returned: previewed by outcome, applied, received, and seen elsewhere', async ({
  browser,
}) => {
  const leader = await sit(browser, LARGE_TEAMS_LEADER)
  const manager = await sit(browser, LARGE_SEGMENTS_MANAGER)
  await goTo(leader, 'Case groups')
  await leader.getByRole('checkbox', { name: /^By a caseworker/ }).check()
  await selectFirst(leader, 200)
  await leader.keyboard.press('r')

  const preview = pane(leader).getByRole('checkbox')
  await expect(pane(leader).getByRole('heading', { name: 'Return 200 case groups' })).toBeVisible()
  await expect(pane(leader)).toContainText('locked, so left out')
  for (const box of await preview.all()) await box.check()
  const submit = pane(leader).getByRole('button', { name: 'Return 200 case groups' })
  await submit.click()
  await expect(pane(leader)).toContainText('Say why')

  await goTo(manager, 'Queue')
  const before = await queued(manager)
  await pane(leader).getByRole('textbox').fill('Whole team away; others carry on with these.')
  await submit.click()
  await expect(pane(leader).getByRole('heading', { name: 'Asked: return 200 case groups' })).toBeVisible()
  await expect(pane(leader).getByRole('status')).toHaveText('200 done.')
  await expect(async () => expect((await queued(manager)) - before).toBeGreaterThan(100)).toPass()
  await waiting(leader, '0 changes wait')
})

const queued = async (page: Page) =>
  Number(/: ([\d,]+) to allocate/.exec((await title(page).textContent()) ?? '')?.[1])

test('TEAM-1 a case group of the queue is allocated to a caseworker, whose load is shown', async ({
  browser,
}) => {
  const page = await sit(browser, LEADER)
  await goTo(page, 'Queue')
  await find(page, '10018616')
  await page.keyboard.press('a')
  const choice = pane(page).getByRole('radio', { name: /Joshua Martin.* groups, .* due or overdue/ })
  await choice.check()
  await expect(pane(page)).toContainText('1 to Joshua Martin')
  await pane(page).getByRole('button', { name: 'Allocate 1 case group' }).click()
  await expect(pane(page).getByRole('status')).toHaveText('1 done.')
  await goTo(page, 'Case groups')
  await find(page, '10018616')
  await expect(rowOf(page, '10018616')).toContainText('Joshua Martin')
})

test('LOCK-3 a lock is cleared, and a second desk sees it within a second', async ({ browser }) => {
  const leader = await sit(browser, LEADER)
  const manager = await sit(browser, MANAGER)
  await goTo(manager, 'Locks')
  await find(manager, '10005232')
  await expect(rowOf(manager, '10005232')).toBeVisible()
  await goTo(leader, 'Locks')
  await find(leader, '10005232')
  await leader.keyboard.press('u')
  await expect(pane(leader)).toContainText('1 stays here, with its holder')
  await leader.keyboard.press('Control+Enter')
  await expect(rowOf(manager, '10005232')).toBeHidden({ timeout: 1000 })
})

test('offline, what one does looks intended; back online it is done, once', async ({ browser }) => {
  const page = await sit(browser, LEADER, room.line.url)
  const manager = await sit(browser, MANAGER)
  room.line.cut()
  await expect(strip(page)).toContainText('Offline since')
  await expect(page.getByText('Working offline since')).toBeVisible()
  await find(page, '10001026')
  await returnFocused(page, 'Nobody has worked this since August.')
  await expect(pane(page)).toContainText('Saved on this device; waits to be sent.')
  await waiting(page, '1 change waits')
  await expect(rowOf(page, '10001026')).toContainText('Return intended')
  expect(await barriers(page)).toEqual([])
  await expect(rowOf(manager, '10001026')).toHaveCount(1)

  room.line.mend()
  await waiting(page, '0 changes wait')
  await expect(rowOf(page, '10001026')).toHaveCount(0)
  await expect(rowOf(manager, '10001026')).toHaveCount(0, { timeout: 1000 })
  await goTo(manager, 'Queue')
  await find(manager, '10001026')
  await expect(rowOf(manager, '10001026')).toHaveCount(1)
})

test('what waits can be taken back', async ({ browser }) => {
  const page = await sit(browser, LEADER, room.line.url)
  room.line.cut()
  await expect(strip(page)).toContainText('Offline since')
  await find(page, '10003762')
  await returnFocused(page, 'By mistake.')
  await pane(page).getByRole('button', { name: 'Take back 1 change' }).click()
  await expect(pane(page)).toContainText('Taken back.')
  await waiting(page, '0 changes wait')
  await expect(rowOf(page, '10003762')).not.toContainText('intended')
})

test('a group that changed meanwhile is refused into Needs you, and can be asked for again', async ({
  browser,
}) => {
  const leader = await sit(browser, LEADER, room.line.url)
  const manager = await sit(browser, MANAGER)
  room.line.cut()
  await expect(strip(leader)).toContainText('Offline since')
  await find(leader, '10006945')
  await returnFocused(leader, 'Nobody has worked this since August.')
  await find(manager, '10006945')
  await manager.keyboard.press('a')
  await pane(manager)
    .getByRole('radio', { name: /Zoë Parker/ })
    .check()
  await pane(manager).getByRole('button', { name: 'Allocate 1 case group' }).click()
  await expect(pane(manager).getByRole('status')).toHaveText('1 done.')

  room.line.mend()
  await waiting(leader, '1 needs you')
  await goTo(leader, 'Needs you')
  await expect(title(leader)).toHaveText('Needs you: 1 refused, 0 changes wait')
  await expect(pane(leader)).toContainText('Somebody else holds it by now.')
  await expect(pane(leader)).toContainText('Held by Zoë Parker')
  await expect(pane(leader)).toContainText('Nobody has worked this since August.')
  expect(await barriers(leader)).toEqual([])
  await pane(leader).getByRole('button', { name: 'Ask again as things are now' }).click()
  await pane(leader).getByRole('textbox').fill('Still to be returned.')
  await leader.keyboard.press('Control+Enter')
  await expect(pane(leader).getByRole('status')).toHaveText('1 done.')
  await waiting(leader, '0 need you')
})

test('a change seen while one still previews says so, and the group is left out', async ({ browser }) => {
  const leader = await sit(browser, LEADER)
  const manager = await sit(browser, MANAGER)
  await find(leader, '10010319')
  await leader.keyboard.press('r')
  await expect(pane(leader).getByRole('button', { name: 'Return 1 case group' })).toBeVisible()
  await find(manager, '10010319')
  await manager.keyboard.press('a')
  await pane(manager)
    .getByRole('radio', { name: /Zoë Parker/ })
    .check()
  await pane(manager).getByRole('button', { name: 'Allocate 1 case group' }).click()
  await expect(pane(leader)).toContainText('1 changed since you looked')
  await expect(pane(leader)).toContainText('Somebody else holds it by now.')
  await expect(pane(leader).getByRole('button', { name: 'Return 0 case groups' })).toBeVisible()
})
