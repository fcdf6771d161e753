import { type Browser, expect, type Page } from '@playwright/test'
import { focusedNumber, pane, rowOf, strip } from './at-the-desk.ts'
import { atTheKeyboard, type KeyboardDesk } from './by-keyboard.ts'
import { aRoom } from './room.ts'
import { test } from './test.ts'

// A whole incident by keyboard alone, and the same with the network gone in the middle (INC-1 to INC-12, LOCK-6).

const CASEWORKER = '98160339'
const LEADER = '67206567'

const room = aRoom()

test('INC-1 to INC-12: from raised to closed, the lock put on and taken off, by keyboard alone', async ({
  browser,
}) => {
  const { caseworker, leader, group } = await authorised(browser, [])
  await toAac(caseworker)
  await throughAac(caseworker)
  await expect(strip(caseworker.page)).toContainText('0 changes wait')
  await expect(strip(caseworker.page)).toContainText('0 need you')
  await closedAtTheHub(leader, group)
  await done(caseworker, leader)
})

test('INC-9: the same with the network gone once it is authorised', async ({ browser }) => {
  const { caseworker, leader, group } = await authorised(browser, ['j'])
  await halfWritten(caseworker, group)
  await toAac(caseworker)
  await throughAac(caseworker)
  await expect(rowOf(caseworker.page, group)).toContainText('intended')
  room.line.mend()
  await expect(strip(caseworker.page)).toContainText('0 changes wait', { timeout: 30_000 })
  await expect(strip(caseworker.page)).toContainText('0 need you')
  await closedAtTheHub(leader, group)
  await done(caseworker, leader)
})

/** The desk of somebody else knows of it only what the hub has: it ended, answered in time, and the lock is off. */
async function closedAtTheHub({ page }: KeyboardDesk, group: string): Promise<void> {
  await expect(rowOf(page, group)).toContainText('Closed')
  await expect(pane(page).getByRole('heading', { name: /^Closed/ })).toBeVisible()
  await expect(pane(page)).toContainText(group)
  await expect(pane(page)).toContainText(/Answered within 24 hours\s*Yes/)
  await expect(pane(page)).not.toContainText('The case group is locked')
}

const HALF = 'Half of what is to be said. '

/** Half of a form is written, and the page gone: it is found again, with the network gone, too. */
async function halfWritten(at: KeyboardDesk, group: string): Promise<void> {
  const { page } = at
  await page.getByRole('grid').focus()
  await at.press('E')
  await goToField(at, /^Background/)
  await page.keyboard.insertText(HALF)
  await expect.poll(() => page.evaluate(draftsKept)).toBe(1)
  await page.reload()
  await expect(strip(page)).toContainText('Connected', { timeout: 60_000 })
  room.line.cut()
  await expect(strip(page)).toContainText('Offline since')
  await goToRow(at, group)
  await page.getByRole('grid').focus()
  await at.press('E')
  await expect(field(page, /^Background/)).toHaveValue(HALF)
  await at.press('Escape')
}

/** How many drafts this device has, sealed. */
async function draftsKept(): Promise<number> {
  const { name } = (await indexedDB.databases()).find(each => each.name?.startsWith('desk-drafts-')) ?? {}
  if (!name) return 0
  return new Promise((tell, fail) => {
    const opening = indexedDB.open(name)
    opening.onerror = () => fail(opening.error)
    opening.onsuccess = () => {
      const counting = opening.result.transaction('drafts').objectStore('drafts').count()
      counting.onsuccess = () => {
        opening.result.close()
        tell(counting.result)
      }
    }
  })
}

/** Raised by the caseworker on the group that the keys go to, consulted on, referred, and authorised by the team leader. */
async function authorised(browser: Browser, keys: readonly string[]) {
  const caseworker = await atTheKeyboard(browser, String(room.line.url), CASEWORKER)
  const leader = await atTheKeyboard(browser, String(room.hub.url), LEADER)
  await caseworker.go('c', /^My case groups/)
  await caseworker.page.getByRole('grid').focus()
  await caseworker.press('Home', ...keys)
  const group = await focusedNumber(caseworker.page)
  await raise(caseworker)

  await leader.go('i', /^Incidents of .* 1 to do/)
  await goToRow(leader, group)
  await take(leader, 'D', 'Document and refer')
  await expect(rowOf(leader.page, group)).toContainText('To be referred')

  await caseworker.go('i', /^My incidents: .* 1 to do/)
  await goToRow(caseworker, group)
  await take(caseworker, 'F', 'Refer to team leader', async () => {
    await write(caseworker, /^Actions taken/, 'Cleared the pending item, tried again.')
    await tick(caseworker, /^It is in the notes/)
  })
  await expect(rowOf(leader.page, group)).toContainText('To be authorised')
  await take(leader, 'A', 'Authorise', () => tick(leader, /^I was consulted/))
  await expect(rowOf(caseworker.page, group)).toContainText('Ready for AAC')
  return { caseworker, leader, group }
}

/** What is to do heads the list. */
async function goToRow(at: KeyboardDesk, group: string): Promise<void> {
  await expect(rowOf(at.page, group)).toBeVisible()
  await at.press('Home')
  await expect(pane(at.page)).toContainText(group)
}

async function raise(at: KeyboardDesk): Promise<void> {
  await at.press('N')
  await expect(pane(at.page).getByRole('radio').first()).toBeFocused()
  await at.press('Space', 'Tab', 'Space', 'Tab', 'Space')
  await write(at, /^Error message/, 'SBL-DAT-00215')
  await write(at, /^Procedure path/, 'Procedures > Pages > Assessments')
  await write(at, /^Procedure step/, '4')
  await write(at, /^Description/, 'It stops after Calculate.')
  await write(at, /^Words that you searched/, 'assessment calculate')
  await write(at, /^Was it raised before/, 'No')
  await write(at, /^Colleague whom you asked/, 'Beth Hall')
  await tick(at, /Incident Reduction Advice/)
  await at.press('Control+Enter')
  await expect(pane(at.page).getByRole('heading', { name: 'Raise an incident' })).toBeHidden()
}

/** What AAC asks is completed, one key from what is missing; it rejects the incident, then takes it. */
async function toAac(at: KeyboardDesk): Promise<void> {
  await expect(pane(at.page)).toContainText('AAC would reject it for')
  await at.press('1')
  await expect(pane(at.page).getByRole('heading', { name: 'Complete details' })).toBeVisible()
  await write(at, /^SR number/, 'No SR')
  await write(at, /^SR status/, 'No SR')
  await write(at, /^Background/, 'Since Monday, on this case only.')
  await write(at, /^Other information/, 'Nothing else')
  await write(at, /^Employer or third party/, 'None held')
  await at.press('Control+Enter')
  await expect(pane(at.page)).toContainText('Ready for AAC')

  await take(at, 'P', 'Raise with AAC', async () => {
    await expect(pane(at.page)).toContainText('Hastings 788508008')
    await tick(at, /^The approval is in the note/)
    await write(at, /^What AAC said/, 'It rejected')
    await write(at, /^Why it was rejected/, 'No screen shot.')
  })
  await expect(pane(at.page)).toContainText('Rejected by AAC')
  await expect(pane(at.page)).toContainText('The case group is locked')
  await take(at, 'P', 'Raise with AAC', async () => {
    await tick(at, /^The approval is in the note/)
    await write(at, /^Incident number/, 'INC770042')
  })
  await expect(pane(at.page)).toContainText('INC770042')
}

/** A call-back that does not help, an email that does, answered in time; closed, and the lock off. */
async function throughAac(at: KeyboardDesk): Promise<void> {
  await take(at, 'L', 'Arrange call-back')
  await expect(pane(at.page)).toContainText(/AAC calls back (today|\d+ \w+ \d+) at/)
  await take(at, 'O', 'Record resolution', async () => {
    await write(at, /^Has it worked/, 'No')
    await write(at, /^What was done/, 'Tried it in the call: the same message.')
  })
  await expect(pane(at.page)).toContainText('Escalated')
  await take(at, 'M', 'Record email from AAC', async () => {
    await write(at, /^Address inside/, 'aac.reply@example.gov.uk')
    await write(at, /^What it says/, 'Delete the pending item and press Calculate.')
  })
  await expect(pane(at.page)).toContainText('To be answered within 24 hours of receipt')
  await take(at, 'Y', 'Answer email', () => write(at, /^What was done/, 'Deleted it: it calculates.'))
  await take(at, 'X', 'Close incident', () => write(at, /^What was done/, 'Deleted the pending item.'))
  await expect(pane(at.page).getByRole('heading', { name: 'Clear 1 lock' })).toBeVisible()
  await at.press('Control+Enter')
  await expect(pane(at.page).getByRole('heading', { name: /^Asked: clear 1 lock/ })).toBeVisible()
  await at.press('Escape')
}

/** A step by its key: what it asks, and the key that sends it. */
async function take(at: KeyboardDesk, key: string, name: string, fill?: () => Promise<void>): Promise<void> {
  await at.page.getByRole('grid').focus()
  await at.press(key)
  const heading = pane(at.page).getByRole('heading', { name, exact: true })
  await expect(heading).toBeVisible()
  await fill?.()
  await at.press('Control+Enter')
  await expect(heading).toBeHidden()
}

const field = (page: Page, label: RegExp) => pane(page).getByLabel(label).first()

async function goToField(at: KeyboardDesk, label: RegExp): Promise<void> {
  const wanted = field(at.page, label)
  for (let tab = 0; tab < 80; tab++) {
    if (await wanted.evaluate(element => element === document.activeElement)) return
    await at.press('Tab')
  }
  throw new Error(`No Tab leads to ${label}.`)
}

async function write(at: KeyboardDesk, label: RegExp, words: string): Promise<void> {
  await goToField(at, label)
  await at.type(words)
}

async function tick(at: KeyboardDesk, label: RegExp): Promise<void> {
  await goToField(at, label)
  await at.press('Space')
}

async function done(...desks: readonly KeyboardDesk[]): Promise<void> {
  for (const desk of desks) {
    expect([await desk.pointerUses(), desk.complaints]).toEqual([0, []])
    await desk.close()
  }
}
