import { type Browser, expect } from '@playwright/test'
import { focusedNumber, pane, rowOf, strip, title } from './at-the-desk.ts'
import { atTheKeyboard, type KeyboardDesk, sayWhy } from './by-keyboard.ts'
import { type CuttableLine, cuttableLine } from './cuttable-line.ts'
import { fixtureHub, type SampleHub } from './sample-hub.ts'
import { test } from './test.ts'

// Each role's morning without a mouse, with the network gone in the middle: sign in, look, act, and in the end the hub
// has each thing done exactly once.

const LEADER = '67206567'
const MANAGER = '79076459'
const CASEWORKER = '98160339'
const SPECIALIST = '61494155'
const LOCAL_IT = '67023303'

let hub: SampleHub
let line: CuttableLine
let desk: KeyboardDesk | undefined

test.beforeAll(async () => {
  hub = await fixtureHub()
})
test.afterAll(() => hub.stop())
test.beforeEach(async () => {
  line = await cuttableLine(hub.url)
})
test.afterEach(async () => {
  expect(desk?.complaints ?? []).toEqual([])
  expect(await desk?.pointerUses()).toBe(0)
  await desk?.close()
  await line.close()
})

async function signIn(browser: Browser, who: string): Promise<KeyboardDesk> {
  desk = await atTheKeyboard(browser, line.url, who)
  return desk
}

async function networkGone({ page }: KeyboardDesk): Promise<void> {
  line.cut()
  await expect(strip(page)).toContainText('Offline since')
}

async function networkBack({ page }: KeyboardDesk, waiting: number): Promise<void> {
  await expect(strip(page)).toContainText(waiting === 1 ? '1 change waits' : `${waiting} changes wait`)
  line.mend()
  await expect(strip(page)).toContainText('0 changes wait', { timeout: 30_000 })
  await expect(strip(page)).toContainText('0 need you')
}

/** What the hub has of somebody: each action as often as it stands in the trail, no command twice (ACC-5). */
async function trailOf(who: string): Promise<Readonly<Record<string, number>>> {
  const rows = await hub.query(
    `SELECT entry::json->>'action' AS action, count(*)::int AS entries,
       count(DISTINCT entry::json->>'command')::int AS commands
     FROM audit WHERE entry::json->'actor'->>'staff' = $1 GROUP BY 1 ORDER BY 1`,
    [who],
  )
  for (const { entries, commands } of rows) expect(entries).toBe(commands)
  return Object.fromEntries(rows.map(({ action, entries }) => [String(action), Number(entries)]))
}

test('a team leader: orphans returned, a lock cleared; offline an allocation and a lock', async ({
  browser,
}) => {
  const at = await signIn(browser, LEADER)
  const { page, press } = at
  await at.go('o', /^Orphans in /)
  await press('j', 'w')
  await expect(pane(page)).toBeFocused()
  await press('Escape', 'x', 'J', 'r')
  await sayWhy(at, 'Nobody has worked these since August.')
  await expect(pane(page).getByRole('status')).toHaveText('2 done.')
  await at.go('l', /^Locks in /)
  await press('u')
  await expect(pane(page).getByRole('heading', { name: 'Clear 1 lock' })).toBeVisible()
  await sayWhy(at, 'The action it protected is finished.')
  await expect(pane(page).getByRole('status')).toHaveText('1 done.')

  await networkGone(at)
  await at.go('q', /^Queue of /)
  await press('a')
  await expect(pane(page).getByRole('radio').first()).toBeFocused()
  await press('Space')
  await sayWhy(at, 'His turn.')
  await expect(pane(page)).toContainText('Saved on this device; waits to be sent.')
  await at.go('c', /^Case groups of /)
  await lockIt(at)
  await networkBack(at, 2)
  expect(await trailOf(LEADER)).toEqual({
    'allocate-case-group': 1,
    'clear-lock': 1,
    'return-to-segment': 2,
    'set-lock': 1,
  })
})

test('a segment manager: a team looked into, a group given to it; offline a lock kept and one cleared', async ({
  browser,
}) => {
  const at = await signIn(browser, MANAGER)
  const { page, press } = at
  await at.go('p', /caseworkers, \d+ case groups$/)
  await press('Enter')
  await expect(title(page)).toHaveText(/^Case groups of /)
  await at.go('q', /^Queue of /)
  await press('a')
  await expect(pane(page).getByRole('radio').first()).toBeFocused()
  await press('Space')
  await sayWhy(at, 'To its leader.')
  await expect(pane(page).getByRole('status')).toHaveText('1 done.')

  await networkGone(at)
  await at.go('l', /^Locks in /)
  await press('l')
  await expect(pane(page).getByRole('heading', { name: 'Keep 1 lock' })).toBeVisible()
  if (await pane(page).getByRole('radio').first().isVisible()) await press('Space')
  await sayWhy(at, 'The enforcement goes on; the children get their money by it.')
  await expect(pane(page)).toContainText('Saved on this device; waits to be sent.')
  await press('End', 'u')
  await sayWhy(at, 'It holds nothing back.')
  await networkBack(at, 2)
  expect(await trailOf(MANAGER)).toEqual({ 'allocate-case-group': 1, 'clear-lock': 1, 'keep-lock': 1 })
})

test('a caseworker: RTS-1 a return refused and one done; offline his service request and a lock', async ({
  browser,
}) => {
  const at = await signIn(browser, CASEWORKER)
  const { page, press } = at
  await expect(title(page)).toHaveText(/^My case groups: 18, \d+ to return$/)
  await press('r')
  await expect(page.getByRole('status').filter({ hasText: 'It has open work:' })).toContainText(
    'Only a team leader can return it regardless.',
  )
  await at.go('r', /^My case groups to return: \d+/)
  const before = Number(/\d+/.exec((await title(page).textContent()) ?? '')?.[0])
  await press('r', 'Control+Enter')
  await expect(pane(page).getByRole('status')).toHaveText('1 done.')
  await expect(title(page)).toHaveText(new RegExp(`: ${before - 1}`))

  await networkGone(at)
  await at.go('s', /^My service requests: /)
  const done = await workFirst(at)
  await at.go('c', /^My case groups: /)
  await lockIt(at)
  await networkBack(at, done + 1)
  expect(await trailOf(CASEWORKER)).toMatchObject({ 'return-to-segment': 1, 'set-lock': 1 })
})

test('a specialist: ACC-2 the group read-only; offline the plan worked; the answer when the network is back', async ({
  browser,
}) => {
  const at = await signIn(browser, SPECIALIST)
  const { page, press } = at
  await expect(title(page)).toHaveText(/^My service requests: 35/)
  await expect(pane(page)).toContainText('You can read this case group, not change it: you hold its')
  await press('l')
  await expect(page.getByRole('status').filter({ hasText: 'Set lock' })).toContainText('Only')

  await networkGone(at)
  const done = await workFirst(at)
  await networkBack(at, done)
  const number = await pane(page).locator('.request-detail .detail-title .number').textContent()
  await press('Escape', 'f')
  await sayWhy(at, 'The test shows that he is the father. Go on with the calculation.')
  await expect(rowOf(page, String(number))).toHaveCount(0)
  await expect(title(page)).toHaveText(/^My service requests: 34/)
  expect(await trailOf(SPECIALIST)).toMatchObject({ 'close-service-request': 1 })
})

test('local IT: ORPH-4 two acknowledged, one recovered; offline the other refused, with why', async ({
  browser,
}) => {
  await askLocalIt(browser)
  const at = await signIn(browser, LOCAL_IT)
  const { page, press } = at
  await expect(title(page)).toHaveText('Recovery requests to local IT: 2, 2 to do')
  await press('x', 'J', 'y')
  await sayWhy(at, 'INC0042')
  await expect(pane(page).getByRole('status')).toHaveText('2 done.')
  await press('Home', '.', 'Control+Enter')
  await expect(pane(page).getByRole('status')).toHaveText('1 done.')

  await networkGone(at)
  await press('Home', 't')
  await sayWhy(at, 'Its workgroup was deleted: the team has to return it.')
  await expect(pane(page).getByRole('status')).toHaveText('1 waiting to be sent.')
  await networkBack(at, 1)
  expect(await trailOf(LOCAL_IT)).toEqual({
    'acknowledge-recovery': 2,
    'confirm-recovery': 1,
    'refuse-recovery': 1,
  })
})

/** What a team leader left for local IT the evening before: two orphans. */
async function askLocalIt(browser: Browser): Promise<void> {
  const { page, press, go, close } = await atTheKeyboard(browser, hub.url.href, LEADER)
  await go('o', /^Orphans in /)
  await press('x', 'J', 'i', 'Control+Enter')
  await expect(pane(page).getByRole('status')).toHaveText('2 done.')
  await close()
}

/** Locks the focused group: what for, how the clients benefit, reviewed as offered. */
async function lockIt(at: KeyboardDesk): Promise<void> {
  const { page, press } = at
  await press('l')
  await expect(pane(page).getByRole('radio').first()).toBeFocused()
  await press('Space')
  await sayWhy(at, 'The children get their money while the action goes on.')
  await expect(pane(page)).toContainText('Saved on this device; waits to be sent.')
}

/** Starts the focused service request where it is not started, and ticks off every activity; says how many changes that is. */
async function workFirst({ page, press, tabTo }: KeyboardDesk): Promise<number> {
  let changes = 0
  await focusedNumber(page)
  const open = pane(page).locator('.plan input:not(:checked)')
  if ((await pane(page).locator('.plan').count()) === 0) {
    await press('s')
    changes++
  }
  await expect(pane(page).locator('.plan')).toBeVisible()
  for (let left = await open.count(); left > 0; left--) {
    const next = await open.first().evaluate(box => box.closest('label')?.textContent?.trim() ?? '')
    await press('w')
    await tabTo(new RegExp(`^${next.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`))
    await press('Space')
    await expect(open).toHaveCount(left - 1)
    changes++
  }
  return changes
}
