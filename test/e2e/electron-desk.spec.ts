import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { launchDesk, type RunningDesk } from '../electron-stand-in/launch.ts'
import { countIn } from './canaries.ts'
import { type CuttableLine, cuttableLine } from './cuttable-line.ts'
import { opensBeside } from './page-thread.ts'
import { toldOf } from './printed.ts'
import { type Row, type SampleHub, sampleHub } from './sample-hub.ts'
import { inDialog } from './saved-file.ts'
import { test } from './test.ts'

// The whole desk in Electron: its built main process, preload and page, against a hub of its own.

let hub: SampleHub
let leader: Row
let folder: string
let line: CuttableLine
let desk: RunningDesk
let page: Page
let complaints: string[]

test.beforeAll(async () => {
  hub = await sampleHub(5000)
  leader = await leaderWithMostLocks(hub)
})

test.afterAll(() => hub.stop())

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-e2e-'))
  line = await cuttableLine(hub.url)
  complaints = []
  await launch()
})

test.afterEach(async () => {
  await desk.close()
  await line.close()
  await rm(folder, { recursive: true, force: true })
  expect(complaints).toEqual([])
})

async function launch(): Promise<void> {
  desk = await launchDesk({
    hub: line.url,
    profile: join(folder, 'profile'),
    keyring: join(folder, 'keyring'),
  })
  page = desk.page
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', problem => complaints.push(problem.message))
}

async function leaderWithMostLocks({ rows }: SampleHub): Promise<Row> {
  const groups = (await rows('case_groups')).filter(
    ({ lock_on, status }) => lock_on === 'Y' && status === 'Active',
  )
  const leaders = (await rows('users')).filter(
    ({ roles, access }) => roles?.includes('team-leader') && access === 'active',
  )
  const locksOf = ({ team_id }: Row) => groups.filter(group => group.team_id === team_id).length
  const [first] = leaders.sort((one, other) => locksOf(other) - locksOf(one))
  if (!first || locksOf(first) < 14) throw new Error('The sample has no leader with locks enough.')
  return first
}

async function signIn(): Promise<void> {
  await page.getByRole('combobox').fill(leader.staff_number ?? '')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.getByRole('option').click()
  await says('Hub as of')
}

// A desk that has failed for a while waits up to twenty seconds before it tries the hub again.
const inTime = { timeout: 60_000 }
const says = (words: string) => expect(page.getByRole('contentinfo')).toContainText(words, inTime)
const waits = (changes: string) => says(`${changes} wait`)
const offline = () => says('Offline since')
const toLocks = () => page.getByRole('link', { name: /^Locks/ }).click()
const listed = async () => Number(await page.getByRole('grid').getAttribute('aria-rowcount'))

/** Clears the first two locks of the list. */
async function clearTwoLocks(): Promise<void> {
  await toLocks()
  await page.getByRole('grid').focus()
  for (const key of ['j', 'x', 'j', 'x', 'u']) await page.keyboard.press(key)
  await expect(page.getByRole('heading', { name: 'Clear 2 locks' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  // They are shown at once; that they are saved is said when they are in the outbox file.
  await expect(page.locator('#pane')).toContainText('Saved on this device; waits to be sent.')
  await waits('2 changes')
}

const batches = () =>
  hub.query(
    `SELECT entry::json->>'batch' AS batch, count(*)::int AS entries FROM audit
     WHERE entry::json->>'action' = 'clear-lock' GROUP BY 1 ORDER BY 1`,
  )

/** Since then the trail has got one batch, of two locks. */
async function sentOnce(before: Awaited<ReturnType<typeof batches>>): Promise<void> {
  const known = new Set(before.map(({ batch }) => batch))
  const sent = (await batches()).filter(({ batch }) => !known.has(batch))
  expect(sent.map(({ entries }) => entries)).toEqual([2])
}

test('a leader signs in and sees what the hub has for him', async () => {
  await signIn()
  await toLocks()
  const locks = await hub.query(
    'SELECT 1 FROM case_group g JOIN source_users u ON u.team_id = g.team WHERE locked AND u.staff_number = $1',
    [leader.staff_number],
  )
  expect(locks.length).toBeGreaterThan(0)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`: ${locks.length}`)
  expect(await page.evaluate(() => document.cookie)).toBe('')
})

test('the application menu has the keys of the desk, and what is chosen there is done', async () => {
  await signIn()
  await expect.poll(() => desk.outside.menu(), inTime).toContain('Go > Locks (g l)')
  await desk.outside.choose('Go > Locks')
  await expect(page.getByRole('heading', { level: 1, name: /^Locks in/ })).toBeVisible()
  const choosing = (line: string) => inDialog(desk.outside, () => desk.outside.choose(line))
  const { content: csv } = await choosing('File > CSV of this list')
  expect(csv.toString()).toContain('\r\n')
  const { content: pdf } = await choosing('File > PDF')
  // Whoever has it read aloud hears what is a heading, and in which language.
  expect(toldOf(pdf)).toMatchObject({ tagged: true, language: 'en-GB' })
  await desk.outside.choose('Help > About this desk')
  await expect(page.getByRole('dialog', { name: 'About this desk' })).toContainText('Electron')
  await page.evaluate(() => Object.assign(window, { held: 'something of who leaves' }))
  await desk.outside.choose('File > Sign out')
  await expect(page.getByRole('combobox')).toBeVisible()
  expect(await page.evaluate(() => 'held' in window)).toBe(false)
  await expect.poll(() => desk.outside.menu()).not.toContain('Go > Locks (g l)')
})

test('the page has the policy that the hub gives a browser', async () => {
  const inElectron = await page.evaluate(async () =>
    (await fetch('./index.html')).headers.get('content-security-policy'),
  )
  const inBrowser = (await fetch(hub.url)).headers.get('content-security-policy')
  const parts = (policy: string | null) => policy?.split(';').map(part => part.trim())
  expect(parts(inElectron)?.sort()).toEqual(parts(inBrowser)?.sort())
})

test('a reload without network finds everything again, and what waits is sent once', async () => {
  await signIn()
  await toLocks()
  const before = await batches()
  line.cut()
  await offline()
  await clearTwoLocks()
  await opensBeside(page, () => page.reload())
  await offline()
  await waits('2 changes')
  await toLocks()
  expect(await listed()).toBeGreaterThan(1)
  line.mend()
  await says('Connected')
  await waits('0 changes')
  await sentOnce(before)
})

for (const how of ['close', 'kill'] as const)
  test(`a start without network finds everything again after ${how}, and what waits is sent once`, async () => {
    await signIn()
    const before = await batches()
    line.cut()
    await offline()
    await clearTwoLocks()
    await desk[how]()
    await launch()
    await offline()
    await waits('2 changes')
    await toLocks()
    expect(await listed()).toBeGreaterThan(1)
    line.mend()
    await says('Connected')
    await waits('0 changes')
    await sentOnce(before)
  })

test('what waits outlives the cache and its key: the outbox file stays, and the hub has the key of it', async () => {
  await signIn()
  const before = await batches()
  line.cut()
  await offline()
  await clearTwoLocks()
  await desk.close()
  await rm(desk.databases, { recursive: true })
  const kept = join(folder, 'profile/desk')
  for (const name of await readdir(kept)) if (name.endsWith('.key')) await rm(join(kept, name))
  line.mend()
  await launch()
  await signIn()
  await says('Hub as of')
  await waits('0 changes')
  await sentOnce(before)
})

test('nothing of the caseload can be read in any file, not while changes wait and not after sign-out', async () => {
  const words = await canariesOf(hub, leader)
  expect(words.length).toBeGreaterThan(500)
  await signIn()
  line.cut()
  await offline()
  await clearTwoLocks()
  await desk.close()
  expect(await countIn(join(folder, 'profile'), words)).toBe(0)

  line.mend()
  await launch()
  await waits('0 changes')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('combobox')).toBeVisible()
  await desk.close()
  expect(await countIn(join(folder, 'profile'), words)).toBe(0)

  expect(words.filter(word => desk.output().includes(word))).toEqual([])

  // The control: the same words, had they been written in clear, would have been found.
  await launch()
  await page.evaluate(writeInClear, words)
  await desk.close()
  expect(await countIn(join(folder, 'profile'), words)).toBeGreaterThan(words.length / 2)
})

/** Names, numbers, NINOs and addresses of the leader's own team and of the people of its case groups. */
async function canariesOf({ rows }: SampleHub, { team_id }: Row): Promise<readonly string[]> {
  const groups = (await rows('case_groups')).filter(group => group.team_id === team_id)
  const ids = new Set(groups.map(({ paying_parent_scin }) => paying_parent_scin))
  const people = (await rows('people')).filter(({ scin }) => ids.has(scin))
  const team = (await rows('users')).filter(user => user.team_id === team_id)
  const words = [
    ...groups.flatMap(({ master_case_number, title }) => [master_case_number, title]),
    ...people.flatMap(({ scin, nino, address_line_1 }) => [scin, nino, address_line_1]),
    ...team.flatMap(({ staff_number, name, email }) => [staff_number, name, email]),
  ]
  return [...new Set(words)].filter(word => word !== undefined && word.length > 4) as string[]
}

function writeInClear(words: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('in-clear')
    opening.onupgradeneeded = () => opening.result.createObjectStore('words')
    opening.onerror = () => fail(opening.error)
    opening.onsuccess = () => {
      const writing = opening.result.transaction('words', 'readwrite', { durability: 'strict' })
      words.forEach((word, at) => void writing.objectStore('words').put({ word }, at))
      writing.oncomplete = () => done()
    }
  })
}

test('what waits outlives signing out, and goes when the same person signs in again', async () => {
  await signIn()
  const before = await batches()
  line.cut()
  await offline()
  await clearTwoLocks()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'The hub cannot be reached' })).toBeVisible()
  await expect(page.getByRole('status')).toContainText('2 changes wait here, sealed')
  line.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await signIn()
  await waits('0 changes')
  await sentOnce(before)
})

test('with the machine the desk is locked, and what waits goes when the same person signs in again', async () => {
  await signIn()
  const before = await batches()
  line.cut()
  await offline()
  await clearTwoLocks()
  await desk.outside.lockMachine()
  await expect(page.getByRole('heading', { name: 'The hub cannot be reached' })).toBeVisible()
  line.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('The desk locked itself with the machine.')).toBeVisible()
  await signIn()
  await waits('0 changes')
  await sentOnce(before)
})
