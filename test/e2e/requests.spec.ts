import { expect, type Page } from '@playwright/test'
import { barriers, find, goTo, pane, rowOf, strip, title } from './at-the-desk.ts'
import { aRoom } from './room.ts'
import { test } from './test.ts'

// A specialist's request from the case group to the answer: three desks, and the network gone in the middle.

const OWNER = '98160339'
const SPECIALISTS_LEADER = '18124895'
const SPECIALIST = '61494155'
const BACKGROUND = 'He denies that he is the father; both parents live in Leeds.'
const ANSWER = 'The test shows that he is the father. Go on with the calculation.'

const room = aRoom()
const { sit } = room

const toRequests = async (page: Page) => {
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await expect(title(page)).toHaveText(/^(Service requests with|My service requests)/)
}

/** Somebody's group whose paying parent lives where the specialists are. */
async function aGroupOf(owner: string): Promise<string> {
  const people = new Map((await room.hub.rows('people')).map(person => [person.scin, person]))
  const found = (await room.hub.rows('case_groups')).find(
    group =>
      group.assigned_to === owner &&
      group.status === 'Active' &&
      group.team_id === 'T130' &&
      /^LS\d/.test(people.get(group.paying_parent_scin)?.postcode ?? ''),
  )
  if (!found?.master_case_number) throw new Error('He holds no such group.')
  return found.master_case_number
}

test('SR-2, SR-4, SR-7, ALLOC-9: raised, assigned, worked offline, answered, carried on from', async ({
  browser,
}) => {
  const number = await aGroupOf(OWNER)
  const owner = await sit(browser, OWNER)
  await raise(owner, number)

  const leader = await sit(browser, SPECIALISTS_LEADER)
  await toRequests(leader)
  await find(leader, number)
  await expect(rowOf(leader, number)).toContainText('nobody')
  await expect(pane(leader)).toContainText('waits for a specialist in Paternity Testing')
  await leader.keyboard.press('m')
  await pane(leader)
    .getByRole('radio', { name: /Rachel Turner/ })
    .check()
  await pane(leader).getByRole('button', { name: 'Assign to Rachel Turner' }).click()
  await expect(rowOf(leader, number)).toContainText('Rachel Turner')

  const specialist = await sit(browser, SPECIALIST, room.line.url)
  await work(specialist, number)

  await toRequests(owner)
  await find(owner, number)
  await expect(owner.getByText('Answered by a specialist: carry on · 1')).toBeVisible()
  await expect(pane(owner)).toContainText(ANSWER)
  await owner.keyboard.press('c')
  await expect(owner.getByText('Answered by a specialist')).toHaveCount(0)
})

async function raise(page: Page, number: string): Promise<void> {
  await goTo(page, 'My case groups')
  await find(page, number)
  await expect(rowOf(page, number)).toBeVisible()
  await page.keyboard.press('n')
  const form = pane(page)
  await form.getByLabel('Type').selectOption('Parentage dispute')
  await expect(form).toContainText('It goes to Paternity Testing, because')
  await expect(form).toContainText('The case group does not move')
  expect(await barriers(page)).toEqual([])
  await form.getByRole('button', { name: 'Raise the service request' }).click()
  await expect(form.getByRole('alert')).toContainText('Write a note of background')
  await form.getByLabel('Background for the specialist').fill(BACKGROUND)
  await page.keyboard.press('Control+Enter')
  await expect(pane(page)).toContainText('Parentage dispute new-')
  await expect(strip(page)).toContainText('0 changes wait')
}

/** With the network gone from the start to the last activity; closed when it is back. */
async function work(page: Page, number: string): Promise<void> {
  await toRequests(page)
  await find(page, number)
  await expect(pane(page)).toContainText(BACKGROUND)
  room.line.cut()
  await expect(strip(page)).toContainText('Offline since')
  await page.keyboard.press('s')
  await expect(pane(page)).toContainText('started: intended, not done')
  const activities = pane(page).locator('.plan').getByRole('checkbox')
  await expect(activities).toHaveCount(5)
  for (const box of await activities.all()) {
    await box.focus()
    await page.keyboard.press('Space')
    await expect(box).toBeChecked()
  }
  await expect(strip(page)).toContainText('6 changes wait')
  room.line.mend()
  await expect(strip(page)).toContainText('0 changes wait', { timeout: 30_000 })
  await expect(pane(page)).toContainText('Plan: 5 of 5 done')
  await page.getByRole('grid').focus()
  await page.keyboard.press('f')
  await pane(page).getByRole('button', { name: 'Close the service request' }).click()
  await expect(pane(page)).toContainText('Say what was found')
  await pane(page).getByRole('textbox').fill(ANSWER)
  await page.keyboard.press('Control+Enter')
  await expect(rowOf(page, number)).toHaveCount(0)
}
