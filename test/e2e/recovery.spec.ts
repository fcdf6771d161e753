import { expect, type Page } from '@playwright/test'
import { barriers, goTo, pane, rowOf, strip, title } from './at-the-desk.ts'
import { aRoom } from './room.ts'
import { test } from './test.ts'

// Orphans from the team leader to local IT and back, by keyboard, the network gone in the middle.

const LEADER = '67206567'
const LOCAL_IT = '67023303'
const REASON = 'The account of that member of staff was deleted with its workgroup.'

const room = aRoom()
const { sit } = room

test('ORPH-4: many asked for, acknowledged offline, one recovered, one refused, told to the team', async ({
  browser,
}) => {
  const leader = await sit(browser, LEADER)
  const [one = '', two = '', three = ''] = await askForThree(leader)

  const it = await sit(browser, LOCAL_IT, room.line.url)
  await expect(title(it)).toHaveText('Recovery requests to local IT: 3, 3 to do')
  const views = it.getByRole('navigation', { name: 'Views', exact: true }).getByRole('link')
  await expect(views).toHaveText([/^Today/, /^Recovery/, /^My incidents/, /^Needs you/])
  expect(await barriers(it)).toEqual([])
  await acknowledgeOffline(it)
  await answer(it, one, '.')
  await answer(it, two, 't')
  await expect(strip(it)).toContainText('0 changes wait')
  await nothingOfAClient(it, [one, two, three])

  await goTo(leader, 'Recovery')
  await expect(leader.getByText('Answered by IT, still to be assigned or returned · 2')).toBeVisible()
  await expect(rowOf(leader, three)).toContainText('IT has it: INC0042')
  await rowOf(leader, two).click()
  await expect(pane(leader)).toContainText(REASON)
  await expect(pane(leader)).toContainText('It is still lost: assign or return it here, or ask again')
  await goTo(leader, 'Orphans')
  await expect(rowOf(leader, one)).toContainText('Recovered')
})

async function askForThree(page: Page): Promise<readonly string[]> {
  await expect(title(page)).toHaveText(/^Orphans in/)
  for (const key of ['Home', 'x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key)
  await page.keyboard.press('i')
  await expect(pane(page)).toContainText('Ask IT to recover 3 orphans')
  await expect(pane(page)).toContainText('no name of a client')
  const numbers = await pane(page).locator('.members .number').allTextContents()
  expect(await barriers(page)).toEqual([])
  await pane(page).getByRole('button', { name: 'Ask IT to recover 3 orphans' }).click()
  await expect(pane(page).getByRole('status')).toHaveText('3 done.')
  for (const number of numbers) await expect(rowOf(page, number)).toContainText('Asked IT')
  return numbers
}

/** All three at once, with the network gone; sent when it is back. */
async function acknowledgeOffline(page: Page): Promise<void> {
  room.line.cut()
  await expect(strip(page)).toContainText('Offline since')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('y')
  await page.keyboard.press('Control+Enter')
  await expect(pane(page)).toContainText('Write the reference')
  await pane(page).getByRole('textbox', { name: 'IT reference' }).fill('INC0042')
  await page.keyboard.press('Control+Enter')
  await expect(pane(page).getByRole('status')).toHaveText('3 waiting to be sent.')
  await expect(page.getByText('Acknowledgement intended')).toHaveCount(3)
  await expect(strip(page)).toContainText('3 changes wait')
  room.line.mend()
  await expect(pane(page).getByRole('status')).toHaveText('3 done.', { timeout: 30_000 })
}

async function answer(page: Page, number: string, key: '.' | 't'): Promise<void> {
  await rowOf(page, number).click()
  await page.keyboard.press(key)
  if (key === 't') await pane(page).getByRole('textbox').fill(REASON)
  await page.keyboard.press('Control+Enter')
  await expect(pane(page).getByRole('status')).toHaveText('1 done.')
  await page.keyboard.press('Escape')
}

/** Neither a title nor a name of those groups is on the desk of local IT. */
async function nothingOfAClient(page: Page, numbers: readonly string[]): Promise<void> {
  const groups = (await room.hub.rows('case_groups')).filter(group =>
    numbers.includes(group.master_case_number ?? ''),
  )
  expect(groups).toHaveLength(3)
  const text = await page.locator('body').innerText()
  for (const { title: name = '' } of groups) expect(text).not.toContain(name)
}
