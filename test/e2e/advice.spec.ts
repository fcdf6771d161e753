import { expect } from '@playwright/test'
import { barriers, find, goTo, pane, rowOf, strip, title } from './at-the-desk.ts'
import { aRoom } from './room.ts'
import { test } from './test.ts'

// Advice from the question to the incident: three desks, and the network gone when it is asked.

const CASEWORKER = '98160339'
const ADVISERS_LEADER = '51496835'
const ADVISER = '71477026'
const ANSWER = 'CMS2012 has the wrong date: an incident.'

const room = aRoom()
const { sit } = room

test('ADV-1 to ADV-3: asked without the network, assigned, unanswerable, on to an incident with everything', async ({
  browser,
}) => {
  const asker = await sit(browser, CASEWORKER, room.line.url)
  await goTo(asker, 'My case groups')
  const number =
    (await asker
      .getByRole('grid')
      .getByText(/^\d{8}$/)
      .first()
      .textContent()) ?? ''
  await find(asker, number)
  await expect(rowOf(asker, number)).toBeVisible()
  room.line.cut()
  await expect(strip(asker)).toContainText('Offline since')
  await asker.keyboard.press('U')
  await pane(asker).getByLabel('What do you need to know?').fill('Which date does the change count from?')
  await pane(asker)
    .getByLabel(/^Words that procedures/)
    .fill('income change')
  expect(await barriers(asker)).toEqual([])
  await asker.keyboard.press('Control+Enter')
  await expect(rowOf(asker, number)).toContainText('Question intended')
  room.line.mend()
  await expect(strip(asker)).toContainText('0 changes wait', { timeout: 30_000 })

  const leader = await sit(browser, ADVISERS_LEADER)
  await goTo(leader, 'Deadlines')
  await find(leader, number)
  await expect(pane(leader)).toContainText('5 working days of')
  await leader.keyboard.press('m')
  await pane(leader)
    .getByRole('radio', { name: /Logan Green/ })
    .check()
  await pane(leader).getByRole('button', { name: 'Assign to Logan Green' }).click()

  const adviser = await sit(browser, ADVISER)
  await goTo(adviser, 'My deadlines')
  await find(adviser, number)
  await adviser.keyboard.press('Z')
  await pane(adviser).getByLabel('Can it be answered here?').selectOption('yes')
  await pane(adviser).getByLabel('Your words').fill(ANSWER)
  await adviser.keyboard.press('Control+Enter')
  await expect(strip(adviser)).toContainText('0 changes wait')

  await goTo(asker, 'My service requests')
  await find(asker, number)
  await rowOf(asker, 'Advice request').click()
  await expect(pane(asker)).toContainText(ANSWER)
  await pane(asker).getByRole('button', { name: 'Raise an incident with it' }).click()
  for (const name of ['No, none of these', 'No'])
    await pane(asker).getByRole('radio', { name, exact: true }).check()
  await expect(pane(asker).getByLabel(/^Description/)).toHaveValue(
    `Which date does the change count from?\n\nAdvice and Guidance could not answer it: ${ANSWER}`,
  )
  await expect(title(asker)).toHaveText(/^My service requests/)
})
