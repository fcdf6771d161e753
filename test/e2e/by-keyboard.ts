import { type Browser, expect, type Page } from '@playwright/test'
import { pane, strip, title } from './at-the-desk.ts'
import { openPage } from './open-page.ts'

/** Somebody who has no mouse: what the page knows of one is counted. */
export interface KeyboardDesk {
  readonly page: Page
  /** Keys one after the other. */
  press(...keys: readonly string[]): Promise<void>
  type(words: string): Promise<void>
  /** Goes to a view by its keys and waits for its title. */
  go(key: string, name: RegExp): Promise<void>
  /** Goes on by Tab to what is named so in the right pane. */
  tabTo(name: RegExp): Promise<void>
  /** What the page complained about, and how often a pointer was used. */
  readonly complaints: readonly string[]
  pointerUses(): Promise<number>
  close(): Promise<void>
}

const TABS = 80

/** Signs in by keyboard alone, as whoever the words find first. */
export async function atTheKeyboard(browser: Browser, hub: string, words: string): Promise<KeyboardDesk> {
  const { page, close } = await openPage(browser, { hub, viewport: { width: 1366, height: 768 } })
  const complaints: string[] = []
  page.on('pageerror', problem => complaints.push(problem.message))
  await page.addInitScript(countPointers)
  await page.evaluate(countPointers)
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(words)
  await expect(page.getByRole('option').first()).toContainText(words, { ignoreCase: true })
  await page.keyboard.press('Enter')
  await expect(page.locator('h1#title')).toBeVisible()
  await expect(strip(page)).toContainText('Connected', { timeout: 60_000 })
  return { page, complaints, ...keysOf(page), close }
}

/** Runs in the page, and in each that is loaded in its place. */
function countPointers(): void {
  const uses = { count: 0 }
  Object.assign(window, { pointerUses: uses })
  document.addEventListener('pointerdown', () => uses.count++, true)
}

function keysOf(page: Page): Omit<KeyboardDesk, 'page' | 'complaints' | 'close'> {
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  return {
    press,
    type: words => page.keyboard.type(words),
    async go(key, name) {
      await press('g', key)
      await expect(title(page)).toHaveText(name)
    },
    async tabTo(name) {
      for (let tab = 0; tab < TABS; tab++) {
        if (name.test(await focusedName(page))) return
        await press('Tab')
      }
      throw new Error(`No Tab leads to ${name}.`)
    },
    pointerUses: () =>
      page.evaluate(() => (window as unknown as { pointerUses: { count: number } }).pointerUses.count),
  }
}

const focusedName = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement)) return ''
    const label = focused.getAttribute('aria-label') ?? focused.closest('label')?.textContent
    return (label ?? focused.textContent ?? '').trim()
  })

/** Writes why in the right pane, and sends it by key. */
export async function sayWhy({ page, press, type }: KeyboardDesk, why: string): Promise<void> {
  await expect(pane(page).getByRole('textbox').last()).toBeVisible()
  if (!(await pane(page).getByRole('textbox').last().evaluate(isFocused))) await tabToText(page)
  await type(why)
  await press('Control+Enter')
}

const isFocused = (element: Element) => element === document.activeElement

async function tabToText(page: Page): Promise<void> {
  const text = pane(page).locator('textarea').last()
  for (let tab = 0; tab < TABS && !(await text.evaluate(isFocused)); tab++) await page.keyboard.press('Tab')
}
