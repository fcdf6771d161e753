import { expect, type Page } from '@playwright/test'
import { barriers, find, goTo, pane, rowOf, strip, title } from './at-the-desk.ts'
import { aRoom } from './room.ts'
import { test } from './test.ts'

// Queues and people, on the real hub: a leader who is away, her deputy, and work that is shared out.

const LEADER = { number: '67206567', name: 'Rachel Mills', team: 'T130' }
const DEPUTY = { number: '89408459', name: 'Olivia Butler' }

const room = aRoom()
const { sit } = room

const sent = (page: Page) => expect(strip(page).getByText('0 changes wait', { exact: true })).toBeVisible()

async function audited(action: string): Promise<readonly Record<string, unknown>[]> {
  const rows = await room.hub.query('SELECT entry FROM audit ORDER BY seq')
  return rows.map(({ entry }) => JSON.parse(String(entry))).filter(entry => entry.action === action)
}

test('TEAM-2, TEAM-3 a leader is away, her deputy acts for her, and the trail says so', async ({
  browser,
}) => {
  const leader = await sit(browser, LEADER.number)
  await goTo(leader, 'My team')
  await leader.getByRole('button', { name: new RegExp(LEADER.name) }).click()
  await pane(leader).getByRole('button', { name: 'Mark absent' }).click()
  await pane(leader).getByLabel('First day').fill('2026-11-30')
  await pane(leader).getByLabel('Last day').fill('2026-11-20')
  await pane(leader).getByRole('button', { name: 'Mark absent' }).click()
  await expect(pane(leader).getByRole('alert')).toContainText('is before the first')
  const today = (
    await room.hub.query("SELECT to_char(now() AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') AS day")
  )[0]
  const day = String(today?.day)
  await pane(leader).getByLabel('First day').fill(day)
  await pane(leader).getByLabel('Last day').fill(day)
  await pane(leader).getByRole('button', { name: 'Mark absent' }).click()
  await expect(pane(leader)).toContainText('Away on')
  await pane(leader).getByRole('button', { name: 'Name a deputy' }).click()
  await pane(leader)
    .getByLabel('Who stands in')
    .selectOption({ label: `${DEPUTY.name}, Team 2` })
  await pane(leader).getByRole('button', { name: 'Name deputy' }).click()
  await expect(pane(leader)).toContainText(`${DEPUTY.name} stands in until`)
  await sent(leader)
  expect(await barriers(leader)).toEqual([])

  const deputy = await sit(browser, DEPUTY.number)
  await expect(title(deputy)).toContainText('as deputy')
  const [group] = await room.hub.query(
    `SELECT document::json->>'id' AS id, document::json->>'holder' AS holder FROM case_group
     WHERE document::json->>'team' = $1 AND document::json->>'holder' IS NOT NULL
       AND document::json->>'status' = 'Active' ORDER BY id LIMIT 1`,
    [LEADER.team],
  )
  const id = String(group?.id)
  await goTo(deputy, 'Case groups')
  await find(deputy, id)
  await expect(rowOf(deputy, id)).toBeVisible()
  await deputy.keyboard.press('Home')
  await deputy.keyboard.press('a')
  const choices = pane(deputy).getByRole('group', { name: /Who is to hold it/ })
  await choices.locator('input:not(:disabled)').last().check()
  await deputy.keyboard.press('Escape')
  await deputy.keyboard.press('a')
  await pane(deputy).getByRole('radio').first().check()
  await pane(deputy).getByRole('button', { name: 'Allocate 1 case group' }).click()
  await expect(pane(deputy).getByRole('heading', { name: 'Asked: allocate 1 case group' })).toBeVisible()
  await expect.poll(async () => (await audited('allocate-case-group')).length).toBe(1)
  expect(await audited('allocate-case-group')).toMatchObject([
    { actor: { staff: DEPUTY.number }, onBehalfOf: LEADER.number, role: 'team-leader' },
  ])
  await pane(deputy)
    .getByRole('button', { name: /Close|Back|Done/ })
    .first()
    .click()
  await expect(pane(deputy)).toContainText(`for ${LEADER.name} by ${DEPUTY.name}`)
})

test('TEAM-1 twelve case groups are shared out: proposed with reasons, changed in one row, one batch', async ({
  browser,
}) => {
  const leader = await sit(browser, LEADER.number)
  const before = (await audited('allocate-case-group')).length
  await goTo(leader, 'Case groups')
  await leader.getByRole('grid').focus()
  await leader.keyboard.press('Home')
  for (let row = 1; row < 12; row++) await leader.keyboard.press('Shift+ArrowDown')
  await leader.keyboard.press('h')
  await expect(pane(leader).getByRole('heading', { name: 'Share out 12 case groups' })).toBeVisible()
  const lines = pane(leader)
    .getByRole('row')
    .filter({ has: leader.getByRole('combobox') })
  await expect(lines).toHaveCount(12)
  await expect(lines.first()).toContainText('in hand')
  const chooser = lines.first().getByRole('combobox')
  await chooser.selectOption('')
  await expect(pane(leader)).toContainText('1 case group is left out')
  await chooser.selectOption({ index: 1 })
  await expect(lines.first()).toContainText('You chose this person.')
  expect(await barriers(leader)).toEqual([])
  await pane(leader).getByRole('button', { name: 'Allocate 12 case groups' }).click()
  await expect(pane(leader).getByRole('heading', { name: 'Asked: allocate 12 case groups' })).toBeVisible()
  await sent(leader)
  // What the deputy did just before may come to the trail after it was counted.
  await expect
    .poll(async () => (await audited('allocate-case-group')).length)
    .toBeGreaterThanOrEqual(before + 12)
  const batches = (await audited('allocate-case-group')).slice(-12).map(({ batch }) => batch)
  expect(new Set(batches).size).toBe(1)
})
