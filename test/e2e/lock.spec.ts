import { type Browser, expect, type Page } from '@playwright/test'
import { goTo, pane, strip } from './at-the-desk.ts'
import { type CuttableLine, cuttableLine } from './cuttable-line.ts'
import { inApplication, type OpenPage, onlyInBrowser, openPage } from './open-page.ts'
import { fixtureHub, type SampleHub } from './sample-hub.ts'
import { test } from './test.ts'

// A desk that nobody sits at gives nothing away, and neither does one that the hub has wiped.

const LEADER = '67206567'

let hub: SampleHub
let line: CuttableLine
let opened: OpenPage | undefined

test.beforeAll(async () => {
  hub = await fixtureHub()
})
test.afterAll(() => hub.stop())
test.beforeEach(async () => {
  line = await cuttableLine(hub.url)
})
test.afterEach(async () => {
  await opened?.close()
  await line.close()
})

/** A desk whose clock can be moved on. */
async function sitDown(browser: Browser): Promise<Page> {
  opened = await openPage(browser, { hub: line.url, viewport: { width: 1366, height: 768 } })
  const { page } = opened
  await page.clock.install()
  await page.reload()
  await signIn(page)
  return page
}

async function signIn(page: Page): Promise<void> {
  await choose(page)
  await expect(strip(page)).toContainText('Connected', { timeout: 60_000 })
}

async function choose(page: Page): Promise<void> {
  await page.getByRole('combobox').fill(LEADER)
  await expect(page.getByRole('option')).toHaveCount(1)
  // A hand that comes down twice opens one desk.
  await page.getByRole('combobox').evaluate(field => {
    for (let press = 0; press < 2; press++)
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  })
}

async function returnOne(page: Page): Promise<void> {
  await goTo(page, 'Orphans')
  await page.getByRole('grid').focus()
  await page.keyboard.press('r')
  await pane(page).getByRole('textbox').fill('Nobody has worked this since August.')
  await page.keyboard.press('Control+Enter')
  await expect(pane(page)).toContainText('Saved on this device; waits to be sent.')
}

/** How many of the words are anywhere in the page's memory. */
async function inMemory(page: Page, words: readonly string[]): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  const chunks: string[] = []
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.takeHeapSnapshot')
  await devtools.detach()
  const heap = chunks.join('')
  return words.filter(word => heap.includes(word)).length
}

/** NINOs and titles of the leader's own groups. */
async function canaries(): Promise<readonly string[]> {
  const groups = (await hub.rows('case_groups')).filter(({ team_id }) => team_id === 'T130')
  const parents = new Set(groups.map(({ paying_parent_scin }) => paying_parent_scin))
  const people = (await hub.rows('people')).filter(({ scin }) => parents.has(scin))
  const words = [...groups.map(({ title }) => title), ...people.map(({ nino }) => nino)]
  return [...new Set(words)].filter((word): word is string => word !== undefined && word.length > 6)
}

test('a desk that nobody touches locks itself, without network too; what waits is sent after the next sign-in', async ({
  browser,
}) => {
  const words = await canaries()
  expect(words.length).toBeGreaterThan(50)
  const page = await sitDown(browser)
  expect(await inMemory(page, words)).toBeGreaterThan(50)
  line.cut()
  await returnOne(page)
  await page.clock.fastForward('14:00')
  await page.keyboard.press('ArrowDown')
  await page.clock.fastForward('14:00')
  await expect(page.getByRole('grid')).toBeVisible()

  await page.clock.fastForward('02:00')
  await expect(page.getByRole('heading', { name: /hub cannot be reached$/ })).toBeVisible()
  await expect(page.getByRole('status')).toContainText('1 change waits here, sealed')
  expect(await inMemory(page, words)).toBe(0)

  line.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('The desk locked itself because nobody was using it.')).toBeVisible()
  await expect(page.getByRole('status').first()).toContainText('1 change waits on this device, sealed')
  await signIn(page)
  await expect(strip(page)).toContainText('0 changes wait')
})

test('the hub has its own limit: the open desk tells it of the hand, a page that comes later cannot', async ({
  browser,
}) => {
  onlyInBrowser('The main process keeps that limit itself, and tells the hub of no hand.')
  const page = await sitDown(browser)
  const forget = () => hub.query("UPDATE session SET last_hand = last_hand - interval '1 hour'")
  const isThere = "SELECT count(*)::int AS n FROM session WHERE last_hand > now() - interval '10 minutes'"
  await forget()
  await page.clock.fastForward('01:10')
  await expect.poll(() => hub.query(isThere)).toEqual([{ n: 1 }])
  await forget()
  await page.reload()
  await expect(page.getByRole('combobox')).toBeVisible()
})

test('a device that is wiped loses everything at its next contact, and gets what waits back when it is allowed', async ({
  browser,
}) => {
  const page = await sitDown(browser)
  await expect.poll(() => page.evaluate(keptPages)).toBeGreaterThan(0)
  line.cut()
  await returnOne(page)
  const [{ device } = {}] = await hub.query('SELECT device FROM device_key ORDER BY last_seen DESC LIMIT 1')
  await hub.command('devices', 'wipe', String(device))
  line.mend()
  await page.clock.fastForward('01:10')
  if (inApplication) {
    // Its page comes without the hub, and says what it was told; whoever signs in all the same is told by the hub.
    await expect(page.getByText('Whoever runs the hub has had this device wiped')).toBeVisible()
    await choose(page)
  }
  await expect(page.getByRole('heading', { name: 'This device keeps nothing any more' })).toBeVisible()
  await expect(page.getByRole('status')).toContainText('1 change waits on it, sealed')
  expect(await page.evaluate(keptPages)).toBe(0)

  await hub.command('devices', 'allow', String(device))
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('combobox')).toBeVisible()
  await signIn(page)
  await expect(strip(page)).toContainText('0 changes wait')

  line.cut()
  await returnOne(page)
  await page.evaluate(loseDatabases)
  line.mend()
  await page.reload()
  await (inApplication ? expectSent(page) : expectToldLost(page))
})

/** In the application what waits is in a file of its own. */
async function expectSent(page: Page): Promise<void> {
  await expect(strip(page)).toContainText('0 changes wait')
  const returned = "SELECT count(*)::int AS n FROM audit WHERE entry::json->>'action' = 'return-to-segment'"
  expect(await hub.query(returned)).toEqual([{ n: 3 }])
}

/** What waits and goes with the browser's databases is told, though nothing of it is left. */
async function expectToldLost(page: Page): Promise<void> {
  await expect(page.getByText('1 change that waited on this device is lost')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'I have looked' }).click()
  await expect(page.getByText('that waited on this device')).toHaveCount(0)
}

async function loseDatabases(): Promise<void> {
  for (const { name } of await indexedDB.databases())
    await new Promise<void>((done, fail) => {
      const deleting = indexedDB.deleteDatabase(name ?? '')
      deleting.onsuccess = () => done()
      deleting.onerror = () => fail(deleting.error)
    })
  // And what is copied beside them.
  const { storageBuckets } = navigator as unknown as {
    storageBuckets: { delete(name: string): Promise<void> }
  }
  await storageBuckets.delete('desk-copy')
}

/** How many sealed pages are in the page's databases. */
async function keptPages(): Promise<number> {
  let rows = 0
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('desk-cache')) continue
    rows += await new Promise<number>((done, fail) => {
      const opening = indexedDB.open(name)
      opening.onerror = () => fail(opening.error)
      opening.onsuccess = () => {
        const counting = opening.result.transaction('records').objectStore('records').count()
        counting.onsuccess = () => {
          opening.result.close()
          done(counting.result)
        }
      }
    })
  }
  return rows
}
