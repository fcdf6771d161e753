import { expect } from '@playwright/test'
import { goTo, pane, sitDown, strip, title } from './at-the-desk.ts'
import { type CuttableLine, cuttableLine } from './cuttable-line.ts'
import { type ReplyLine, replyLine } from './reply-line.ts'
import { fixtureHub, type SampleHub } from './sample-hub.ts'
import { test } from './test.ts'

// Two hundred case groups in a room without network, and a network that loses replies on the way back.

const LEADER = '59645733'
const MANAGER = '79076459'
const REASON = 'Whole team away; others carry on with these.'

let hub: SampleHub
let lossy: ReplyLine
let line: CuttableLine

test.beforeAll(async () => {
  hub = await fixtureHub()
  lossy = await replyLine(hub.url)
  line = await cuttableLine(lossy.url)
})

test.afterAll(async () => {
  await line.close()
  await lossy.close()
  await hub.stop()
})

const entriesOfBatches = () =>
  hub.query(
    `SELECT entry::json->>'batch' AS batch, count(*)::int AS entries,
       count(DISTINCT entry::json->>'command')::int AS commands
     FROM audit WHERE entry::json->>'action' = 'return-to-segment' GROUP BY 1`,
  )

test('RTS-5, ACC-5: offline with three replies lost, the trail holds exactly 200 entries of the batch', async ({
  browser,
}) => {
  const leader = await sitDown(browser, { hub: line.url, staff: LEADER })
  const manager = await sitDown(browser, { hub: hub.url, staff: MANAGER })
  const { page } = leader
  await goTo(page, 'Case groups')
  await page.getByRole('checkbox', { name: /^By a caseworker/ }).check()
  line.cut()
  await expect(strip(page)).toContainText('Offline since')

  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  for (let row = 1; row < 200; row++) await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('r')
  for (const box of await pane(page).getByRole('checkbox').all()) await box.check()
  await pane(page).getByRole('textbox').fill(REASON)
  await page.keyboard.press('Control+Enter')
  await expect(strip(page)).toContainText('200 changes wait')
  await expect(pane(page)).toContainText('Saved on this device; waits to be sent.')
  expect(await entriesOfBatches()).toEqual([])

  // A push comes first; whoever lost its reply asks with a pull how far the hub has counted.
  lossy.lose(['/sync/push', '/sync/pull'], 3)
  line.mend()
  await expect(async () => {
    // A network that comes and goes says so each time: the next try is not waited for.
    await page.evaluate(() => dispatchEvent(new Event('online')))
    const sent = page.getByRole('link', { name: '0 changes wait', exact: true })
    await expect(sent).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await expect(pane(page).getByRole('status')).toHaveText('200 done.')
  expect(lossy.lost()).toBe(3)
  expect(await entriesOfBatches()).toEqual([{ batch: expect.any(String), entries: 200, commands: 200 }])

  await goTo(manager.page, 'Queue')
  await expect(async () => {
    const queued = /: ([\d,]+) to allocate/.exec((await title(manager.page).textContent()) ?? '')?.[1]
    expect(Number(queued)).toBeGreaterThan(100)
  }).toPass()
  expect([...leader.complaints, ...manager.complaints]).toEqual([])
  await leader.close()
  await manager.close()
})
