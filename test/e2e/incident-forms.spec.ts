import { expect, type Page } from '@playwright/test'
import type { IncidentStep } from '../../renderer/store/panel.ts'
import { stepForms } from '../../renderer/views/incidents/step-forms.ts'
import { incidentStates, stepOf } from '../../shared/domain/incident-steps.ts'
import { barriers, find, pane } from './at-the-desk.ts'
import { deskPage } from './desk-page.ts'
import { test } from './test.ts'

// WCAG 2.2 AA: every form of an incident, with what is wrong on top of it; the call script; the question for advice.

let desk: Awaited<ReturnType<typeof deskPage>>

test.beforeAll(async () => {
  desk = await deskPage()
})
test.afterAll(() => desk.close())

/** Complete as they are opened: the key would send them. */
const complete: ReadonlySet<string> = new Set(['direct-referral', 'authorise-incident', 'arrange-call-back'])

// Every form is of the same parts: in other colours those are looked through that have a part of their own.
const everyStep = Object.keys(stepForms) as readonly IncidentStep[]
const stepsIn = {
  light: everyStep,
  dark: ['refer-incident', 'raise-with-aac'],
  forced: ['raise-with-aac'],
} as const

for (const colours of ['light', 'dark', 'forced'] as const) {
  test(`nothing bars anybody from a form of an incident, ${colours}`, async ({ browser }) => {
    const context = await browser.newContext({
      colorScheme: colours === 'dark' ? 'dark' : 'light',
      forcedColors: colours === 'forced' ? 'active' : 'none',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto(desk.withIncidents)
    await expect(page.getByRole('heading', { level: 1, name: /^Incidents of/ })).toBeVisible()
    for (const step of stepsIn[colours]) {
      await find(page, numberOf(step))
      await page.keyboard.press(stepForms[step].key)
      await expect(pane(page).locator('form'), step).toBeVisible()
      await expectNone(page, step, !complete.has(step))
    }
    await find(page, numberOf('resolve-incident'))
    await page.keyboard.press('N')
    for (const name of ['No, none of these', 'No', 'No, the system does not do what it should'])
      await pane(page).getByRole('radio', { name, exact: true }).check()
    await expectNone(page, 'raise', true)
    await find(page, numberOf('resolve-incident'))
    await page.keyboard.press('U')
    await expectNone(page, 'advice', true)
    await page.goto(desk.withAdvice)
    await expect(pane(page).getByRole('heading', { name: 'Advice without a case' })).toBeVisible()
    expect(await barriers(page, '#pane'), 'what is asked').toEqual([])
    await page.getByRole('grid').focus()
    await page.keyboard.press('Z')
    await expectNone(page, 'the answer', true)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Ask for advice without a case' }).click()
    await expectNone(page, 'advice without a case', true)
    await context.close()
  })
}

/** The group whose incident is in the first state that the step is taken from. */
const numberOf = (step: IncidentStep): string => {
  const [from = 'consulting'] = stepOf(step).from
  return String(20_000_000 + incidentStates.indexOf(from))
}

async function expectNone(page: Page, where: string, isSent: boolean): Promise<void> {
  if (isSent) {
    await pane(page).locator('form').press('Control+Enter')
    await expect(pane(page).getByRole('alert'), where).toBeVisible()
  }
  expect(await barriers(page, '#pane'), where).toEqual([])
}
