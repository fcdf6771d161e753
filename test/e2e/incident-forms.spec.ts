import { type Browser, expect, type Page } from '@playwright/test'
import type { IncidentStep } from '../../renderer/store/panel.ts'
import { stepForms } from '../../renderer/views/incidents/step-forms.ts'
import {
  type IncidentState,
  incidentStates,
  statesWithAac,
  stepOf,
} from '../../shared/domain/incident-steps.ts'
import { stateTitle } from '../../shared/queries/incident-turn-words.ts'
import { wholeDetails } from '../make/an-incident.ts'
import { barriers, colourBarriers, find, lookAt, pane, usualLook } from './at-the-desk.ts'
import { type DeskPage, deskPage } from './desk-page.ts'
import type { OpenPage } from './open-page.ts'
import { printed } from './printed.ts'
import { test } from './test.ts'

// WCAG 2.2 AA: an incident in every state; every form of one, with what is wrong on top of it; the call script; the
// question for advice.

let desk: DeskPage
let opened: OpenPage | undefined

test.beforeAll(async () => {
  desk = await deskPage()
})
test.afterAll(() => desk.close())
test.afterEach(() => opened?.close())

/** Complete as they are opened: the key would send them. */
const complete: ReadonlySet<string> = new Set(['direct-referral', 'authorise-incident', 'arrange-call-back'])

const steps = Object.keys(stepForms) as readonly IncidentStep[]

const partsOfSteps = [
  ['until it is authorised', steps.filter(step => !isTriedWithAac(step))],
  ['with AAC', steps.filter(isTriedWithAac)],
] as const

// A dozen states or forms in each walk, each looked through by axe in three looks; no walk leaves anything for another.
test.describe.configure({ mode: 'parallel', timeout: 600_000 })

test('nothing bars anybody from an incident in any state', async ({ browser }) => {
  const page = await openIncidents(browser)
  for (const state of incidentStates) {
    await find(page, numberIn(state))
    await expect(pane(page).getByRole('heading', { level: 2, name: stateTitle({ state }) })).toBeVisible()
    await expectNone(page, state, false)
  }
  // INC-13: the record of the last of them, as it goes to paper.
  await page.keyboard.press('w')
  const record = await printed(page)
  expect(record).toMatchObject({ tagged: true, language: 'en-GB', boxes: ['594.95996 841.91998'] })
  expect(record.title).toMatch(/^Incident record, /)
  expect(record.tags).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH']))
})

for (const [when, some] of partsOfSteps) {
  test(`nothing bars anybody from a form of an incident, ${when}`, async ({ browser }) => {
    const page = await openIncidents(browser)
    for (const step of some) {
      await openForm(page, numberOf(step), step)
      await expectNone(page, step, !complete.has(step))
    }
    for (const { where, step, open } of besides.filter(({ step }) => some.includes(step))) {
      await openForm(page, where, step)
      await open(page)
      expect(await barriers(page, '#pane'), `${step}, more of it`).toEqual([])
    }
  })
}

test('nothing bars anybody from raising an incident, from joining one like it, or from asking for advice', async ({
  browser,
}) => {
  const page = await openIncidents(browser)
  await find(page, numberOf('resolve-incident'))
  await page.keyboard.press('N')
  for (const name of ['No, none of these', 'No', 'No, the system does not do what it should'])
    await pane(page).getByRole('radio', { name, exact: true }).check()
  await expectNone(page, 'raise', true)
  await pane(page)
    .getByLabel(/^Error message/)
    .fill(wholeDetails.errorMessage ?? '')
  await expect(pane(page).getByRole('heading', { name: /join instead$/ })).toBeVisible()
  expect(await barriers(page, '#pane'), 'raise, with those like it').toEqual([])
  await find(page, numberOf('resolve-incident'))
  await page.keyboard.press('U')
  await expectNone(page, 'advice', true)
})

test('nothing bars anybody from a question for advice without a case, its answer or its form', async ({
  browser,
}) => {
  opened = await desk.open(browser, 'advice', '#/advice')
  const { page } = opened
  await lookAt(page, usualLook)
  await expect(pane(page).getByRole('heading', { name: 'Advice without a case' })).toBeVisible()
  await expectNone(page, 'what is asked', false)
  await page.getByRole('grid').focus()
  await page.keyboard.press('Z')
  await expectNone(page, 'the answer', true)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Ask for advice without a case' }).click()
  await expectNone(page, 'advice without a case', true)
})

interface More {
  /** The number of the group. */
  readonly where: string
  readonly step: IncidentStep
  readonly open: (page: Page) => Promise<unknown>
}

/** What of a form is there only with a certain answer. */
const besides: readonly More[] = [
  {
    where: numberOf('complete-details'),
    step: 'complete-details',
    async open(page) {
      await pane(page)
        .getByLabel('Is it about employment information?')
        .selectOption('missing-from-interface')
      await expect(pane(page).getByLabel(/^Employer details/)).toBeVisible()
    },
  },
  {
    where: numberOf('raise-with-aac'),
    step: 'raise-with-aac',
    async open(page) {
      await pane(page).getByLabel('What AAC said in the call').selectOption('rejected')
      await expect(pane(page).getByLabel(/^Why it was rejected/)).toBeVisible()
    },
  },
  {
    where: numberOf('arrange-call-back'),
    step: 'arrange-call-back',
    async open(page) {
      await pane(page).getByLabel('AAC calls back at').fill('2027-10-31T01:30')
      await expect(pane(page).getByLabel('Which 01:30?')).toBeVisible()
    },
  },
  {
    where: numberOf('close-incident'),
    step: 'close-incident',
    async open(page) {
      await pane(page).getByLabel('Is the lock to stay on?').selectOption('yes')
      await expect(pane(page).getByLabel('Who directed it')).toBeVisible()
    },
  },
  // One email waits, and another comes.
  { where: numberIn('email-to-answer'), step: 'receive-email', open: async () => undefined },
]

/** Whether AAC has it in the first state that the step is taken from. */
function isTriedWithAac(step: IncidentStep): boolean {
  const [from] = stepOf(step).from
  return statesWithAac.some(state => state === from)
}

async function openIncidents(browser: Browser): Promise<Page> {
  opened = await desk.open(browser, 'incidents', '#/incidents')
  const { page } = opened
  await expect(page.getByRole('heading', { level: 1, name: /^Incidents of/ })).toBeVisible()
  await lookAt(page, usualLook)
  return page
}

async function openForm(page: Page, where: string, step: IncidentStep): Promise<void> {
  await find(page, where)
  await page.keyboard.press(stepForms[step].key)
  await expect(pane(page).locator('form'), step).toBeVisible()
}

/** The group whose incident is in the first state that the step is taken from. */
function numberOf(step: IncidentStep): string {
  const [from = 'consulting'] = stepOf(step).from
  return numberIn(from)
}

function numberIn(state: IncidentState): string {
  return String(20_000_000 + incidentStates.indexOf(state))
}

async function expectNone(page: Page, where: string, isSent: boolean): Promise<void> {
  if (isSent) {
    await pane(page).locator('form').press('Control+Enter')
    await expect(pane(page).getByRole('alert'), where).toBeVisible()
  }
  expect(await barriers(page, '#pane'), where).toEqual([])
  for (const colours of ['dark', 'forced'] as const) {
    await lookAt(page, { colours, zoom: 1 })
    expect(await colourBarriers(page, '#pane'), `${where}, ${colours}`).toEqual([])
  }
  await lookAt(page, usualLook)
}
