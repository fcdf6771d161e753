import { expect, type Page } from '@playwright/test'
import { addDays, londonDate } from '../../shared/domain/time.ts'
import { longDate, shortDate } from '../../shared/queries/date-words.ts'
import { barriers, find, goTo, pane, rowOf, strip } from './at-the-desk.ts'
import { aRoom } from './room.ts'
import { test } from './test.ts'

// A lock from its first day to its last: who holds the group sets it, who leads him keeps it, either clears it.

const CASEWORKER = '38599103'
const LEADER = '67206567'
const MANAGER = '69644903'

const today = londonDate(new Date().toISOString())
const inDays = (days: number) => addDays(today, days)

const room = aRoom()
const { sit } = room

async function inList(page: Page, view: string, number: string): Promise<void> {
  await goTo(page, view)
  await find(page, number)
  await expect(rowOf(page, number)).toBeVisible()
}

/** Fills in the form of the lock that is open in the pane, and sends it by key. */
async function send(page: Page, days: string, words: string): Promise<void> {
  await pane(page).getByRole('button', { name: days }).click()
  await pane(page).locator('textarea').fill(words)
  await page.keyboard.press('Control+Enter')
}

const done = (page: Page) => expect(pane(page).getByRole('status')).toHaveText('1 done.')
const waits = (page: Page, changes: string) => expect(strip(page)).toContainText(changes, { timeout: 60_000 })

test('LOCK-2, LOCK-8, LOCK-11: the holder sets a lock, his leader keeps it, he clears it and is told', async ({
  browser,
}) => {
  const holder = await sit(browser, CASEWORKER)
  const leader = await sit(browser, LEADER)
  await inList(holder, 'My case groups', '10001504')
  await expect(pane(holder)).toContainText('You can lock it: l')
  await holder.keyboard.press('l')
  await expect(pane(holder).getByRole('heading', { name: 'Lock 1 case group' })).toBeVisible()
  await pane(holder).getByRole('radio', { name: 'Enforcement action in progress' }).check()
  await expect(pane(holder)).toContainText(`To be reviewed on ${longDate(inDays(14))}`)
  expect(await barriers(holder)).toEqual([])
  await send(holder, '28 days', 'The order for sale is heard on 14 December.')
  await done(holder)

  await inList(leader, 'Locks', '10001504')
  await expect(rowOf(leader, '10001504')).toContainText(shortDate(inDays(28)))
  await expect(pane(leader)).toContainText(`Enforcement action in progress. Set on ${longDate(today)}`)
  expect(await barriers(leader)).toEqual([])
  await leader.keyboard.press('l')
  await expect(pane(leader).getByRole('heading', { name: 'Keep 1 lock' })).toBeVisible()
  await send(leader, '7 days', 'The hearing stands; look again before it.')
  await done(leader)
  await pane(leader).getByRole('button', { name: 'Close' }).click()
  await expect(pane(leader)).toContainText(`Kept until ${longDate(inDays(7))}`)

  await pane(holder).getByRole('button', { name: 'Close' }).click()
  await expect(pane(holder)).toContainText('You cannot keep the lock. Nobody reviews a lock he set')
  await holder.keyboard.press('u')
  await holder.keyboard.press('Control+Enter')
  await done(holder)
  await expect(rowOf(leader, '10001504')).toBeHidden()

  await goTo(holder, 'My locks')
  await holder.getByText('Of locks that you set: 1 change by others in the last 28 days').click()
  await expect(holder.getByRole('main')).toContainText('The hearing stands; look again before it.')
})

test('LOCK-2, INC-16: offline a leader locks two and thinks again of one; her manager reviews the other', async ({
  browser,
}) => {
  const leader = await sit(browser, LEADER, room.line.url)
  const manager = await sit(browser, MANAGER)
  await goTo(leader, 'Case groups')
  room.line.cut()
  await expect(strip(leader)).toContainText('Offline since')
  for (const number of ['10001406', '10001454']) {
    await find(leader, number)
    await leader.keyboard.press('l')
    await pane(leader).getByRole('radio', { name: 'Other client benefit' }).check()
    await send(leader, '14 days', 'The client asked for one point of contact until then.')
    await expect(pane(leader)).toContainText('Saved on this device; waits to be sent.')
    await expect(rowOf(leader, number)).toContainText('Lock intended')
  }
  expect(await barriers(leader)).toEqual([])
  await leader.keyboard.press('Escape')
  await leader.keyboard.press('u')
  await leader.keyboard.press('Control+Enter')
  await waits(leader, '3 changes wait')

  room.line.mend()
  await waits(leader, '0 changes wait')
  await waits(leader, '0 need you')
  await inList(leader, 'Locks', '10001406')
  await expect(pane(leader)).toContainText('You cannot keep the lock. Nobody reviews a lock he set')
  await inList(leader, 'Case groups', '10001454')
  await expect(pane(leader)).toContainText('Not locked.')

  await inList(manager, 'Locks', '10001406')
  await manager.keyboard.press('l')
  await send(manager, '7 days', 'Agreed with the client until her move.')
  await done(manager)
  await inList(leader, 'Locks', '10001406')
  await expect(pane(leader)).toContainText('Agreed with the client until her move.')
})
