import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { goTo, pane, strip } from './at-the-desk.ts'
import { countIn } from './canaries.ts'
import { type CuttableLine, cuttableLine } from './cuttable-line.ts'
import { openKeptPage } from './open-page.ts'
import { fixtureHub, type Row, type SampleHub } from './sample-hub.ts'
import { test } from './test.ts'

// What a desk keeps of a caseload in its own files (ACC-3, ACC-4): nothing that anybody can read.

const LEADER = '67206567'

let hub: SampleHub
let line: CuttableLine
let folder: string
let words: readonly string[]

test.beforeAll(async () => {
  hub = await fixtureHub()
  words = await canariesOf('T130')
})
test.afterAll(() => hub.stop())

test.beforeEach(async () => {
  line = await cuttableLine(hub.url, { asText: true })
  folder = await mkdtemp(join(tmpdir(), 'desk-profile-'))
})
test.afterEach(async () => {
  await line.close()
  await rm(folder, { recursive: true, force: true })
})

/** Names, numbers, NINOs and addresses of a team and of the people of its case groups. */
async function canariesOf(team: string): Promise<readonly string[]> {
  const groups = (await hub.rows('case_groups')).filter(({ team_id }) => team_id === team)
  const parents = new Set(groups.map(({ paying_parent_scin }) => paying_parent_scin))
  const people = (await hub.rows('people')).filter(({ scin }) => parents.has(scin))
  const facts = (row: Row, ...columns: readonly string[]) => columns.map(column => row[column])
  const found = [
    ...groups.flatMap(row => facts(row, 'master_case_number', 'title')),
    ...people.flatMap(row => facts(row, 'scin', 'nino', 'address_line_1', 'postcode')),
  ]
  return [...new Set(found)].filter((word): word is string => word !== undefined && word.length > 6)
}

/** A desk on a profile that stays, so that its files can be read afterwards. */
async function withProfile(work: (page: Page) => Promise<void>, prepare?: () => void): Promise<void> {
  const { page, close } = await openKeptPage(folder, {
    hub: line.url,
    viewport: { width: 1366, height: 768 },
  })
  if (prepare) {
    await page.addInitScript(prepare)
    await page.reload()
  }
  await work(page)
  await close()
}

async function signIn(page: Page): Promise<void> {
  await page.getByRole('combobox').fill(LEADER)
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(strip(page)).toContainText('Connected')
}

async function returnOne(page: Page): Promise<void> {
  for (const key of ['g', 'o']) await page.keyboard.press(key)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Orphans/)
  await page.getByRole('grid').focus()
  await page.keyboard.press('r')
  await pane(page).getByRole('textbox').fill('Nobody has worked this since August.')
  await page.keyboard.press('Control+Enter')
  await expect(pane(page).getByRole('heading', { name: /^Asked: return/ })).toBeVisible()
}

async function syncAndWork(page: Page): Promise<void> {
  await signIn(page)
  await returnOne(page)
  await expect(strip(page)).toContainText('0 changes wait')
  await goTo(page, 'Locks')
  await goTo(page, 'Orphans')
  line.cut()
  await expect(strip(page)).toContainText('Offline since')
  await returnOne(page)
  await expect(strip(page)).toContainText('1 change waits')
}

test('none of 500 names, numbers, NINOs and addresses can be read, while changes wait and after sign-out', async () => {
  expect(words.length).toBeGreaterThan(500)
  await withProfile(syncAndWork)
  expect(await countIn(folder, words)).toBe(0)

  line.mend()
  await withProfile(async page => {
    await expect(strip(page)).toContainText('0 changes wait')
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await expect(page.getByRole('combobox')).toBeVisible()
  })
  expect(await countIn(folder, words)).toBe(0)
})

test('with sealing switched off they can: the search would have found them', async () => {
  await withProfile(syncAndWork, sealNothing)
  // Not all of them: the browser compresses what it stores, and what was sealed cannot be compressed.
  expect(await countIn(folder, words)).toBeGreaterThan(0)
})

/** Takes the cipher away below the desk: what it hands over to be sealed comes back as it is. */
function sealNothing(): void {
  crypto.subtle.encrypt = async (_algorithm, _key, bytes) =>
    new Uint8Array(
      ArrayBuffer.isView(bytes)
        ? bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
        : bytes,
    ).buffer as ArrayBuffer
  crypto.subtle.decrypt = crypto.subtle.encrypt
}
