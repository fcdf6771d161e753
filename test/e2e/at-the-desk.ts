import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page } from '@playwright/test'
import { inApplication, openPage } from './open-page.ts'

/** Somebody at a desk of his own: a browser of his own, and what it complained about. */
export interface AtDesk {
  readonly page: Page
  readonly complaints: readonly string[]
  close(): Promise<void>
}

interface Whose {
  readonly hub: string | URL
  readonly staff: string
}

/** How a desk looks: its colours, and how large its letters are. */
export interface Look {
  readonly colours: 'light' | 'dark' | 'forced'
  /** At 200 % a laptop's 1366 pixels are half as many (WCAG 1.4.4, 1.4.10). */
  readonly zoom: 1 | 2
}

export const usualLook: Look = { colours: 'light', zoom: 1 }

/** How long the first sync may take. The bridge of what stands in for Electron is slow: a second for a page, on a busy machine. */
const inTime = { timeout: inApplication ? 240_000 : 60_000 }

const sizeOf = ({ zoom }: Look) => ({ width: Math.floor(1366 / zoom), height: 768 / zoom })

export async function sitDown(browser: Browser, { hub, staff }: Whose): Promise<AtDesk> {
  const { page, close } = await openPage(browser, { hub: String(hub), viewport: sizeOf(usualLook) })
  const complaints: string[] = []
  page.on('console', message => {
    const expected = /status of 401|ERR_|net::/.test(message.text())
    if (message.type() === 'error' && !expected) complaints.push(message.text())
  })
  page.on('pageerror', problem => complaints.push(problem.message))
  await page.getByRole('combobox').fill(staff)
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.locator('h1#title')).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText('Connected', inTime)
  await goToFirstList(page)
  return { page, complaints, close }
}

// Whoever oversees others starts with Today; what a spec is about is in a list.
async function goToFirstList(page: Page): Promise<void> {
  if (/^Today/.test((await title(page).textContent()) ?? '')) await goTo(page, 'Orphans')
}

/** Goes to a view from the rail, which is folded where there is no room for it. */
export async function goTo(page: Page, view: string): Promise<void> {
  const rail = page.getByRole('navigation', { name: 'Views', exact: true })
  const link = rail.getByRole('link', { name: new RegExp(`^${view}`) })
  const folded = rail.locator('details:not([open]) > summary')
  if (await folded.isVisible()) await folded.click()
  await link.click()
  await expect(rail.locator('[aria-current="page"]')).toHaveText(new RegExp(`^${view}`))
}

export const title = (page: Page) => page.getByRole('heading', { level: 1 })
export const strip = (page: Page) => page.getByRole('contentinfo')
export const pane = (page: Page) => page.locator('#pane')

/** The row of a case group, where it is in sight. */
export const rowOf = (page: Page, number: string) => page.getByRole('row', { name: number })

/** The number of the focused row, once the pane shows whose it is: the pane follows a moment behind. */
export async function focusedNumber(page: Page): Promise<string> {
  const number = page.locator('.grid-focused .number').first()
  await expect(async () => {
    const words = await number.textContent({ timeout: 1000 })
    await expect(pane(page).locator('.detail-title .number').first()).toHaveText(String(words), {
      timeout: 1000,
    })
  }).toPass()
  return String(await number.textContent())
}

/** Searches for a case group, so that it is in sight however long the list. */
export async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.keyboard.press('Control+A')
  await page.keyboard.type(words)
  await page.getByRole('grid').focus()
}

/** Gives the desk another look while somebody is at it. */
export async function lookAt(page: Page, look: Look): Promise<void> {
  const theme = look.colours === 'dark' ? 'dark' : 'light'
  await page.setViewportSize(sizeOf(look))
  await page.emulateMedia({
    colorScheme: theme,
    forcedColors: look.colours === 'forced' ? 'active' : 'none',
  })
  await expect(page.locator(`html[data-theme=${theme}]`)).toBeAttached()
  // The rail folds and unfolds with the room that there is for it.
  const folded = page.locator('.foldable')
  if (look.zoom === 2) await expect(folded.first()).toBeAttached()
  else await expect(folded).toHaveCount(0)
}

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What axe knows of colours: all else is the same in the dark. */
const colours = ['color-contrast', 'link-in-text-block']

/** Everything that axe finds, but for Tabster's dummies, which are hidden and focusable by design. */
export const barriers = (page: Page, within = 'html') =>
  found(page, within, { type: 'tag', values: everything })

/** What axe finds in the colours alone. */
export const colourBarriers = (page: Page, within = 'html') =>
  found(page, within, { type: 'rule', values: colours })

interface Rules {
  readonly type: 'tag' | 'rule'
  readonly values: string[]
}

async function found(page: Page, within: string, runOnly: Rules): Promise<readonly string[]> {
  await stillness(page)
  await layStrip(page, 'static')
  const { violations } = await new AxeBuilder({ page })
    // There is one frame, and its results need no second page to be put together on.
    .setLegacyMode()
    .include(within)
    // What passes needs no description of each element.
    .options({ runOnly, resultTypes: ['violations'] })
    .exclude('[data-tabster-dummy]')
    // Rows are alike: what is wrong with one is found in the first of them.
    .exclude('.grid-body > .grid-row:nth-child(n + 14)')
    .analyze()
  await layStrip(page, '')
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}

/**
 * Where a page scrolls, the strip covers half of whatever stands behind its edge by chance; nobody has to press that
 * half, for it can be scrolled from under it.
 */
const layStrip = (page: Page, position: 'static' | '') =>
  page.evaluate(
    where => document.querySelector<HTMLElement>('.strip')?.style.setProperty('position', where),
    position,
  )

/** Waits until nothing moves or fades: a colour on its way to another is neither. What begins to fade does so with the next frame. */
async function stillness(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}
