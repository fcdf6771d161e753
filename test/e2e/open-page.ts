import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page, test } from '@playwright/test'
import { launchDesk } from '../electron-stand-in/launch.ts'
import type { Outside } from '../electron-stand-in/outside.ts'
import { hearBreaches } from '../policy-breaches.ts'

/** Whether the suite runs in the application, on Electron or on what stands in for it; otherwise in a browser. */
export const inApplication = process.env.DESK_IN === 'electron'

/** Skips in the application what is about a browser alone, and says so. */
export function onlyInBrowser(why: string): void {
  if (inApplication) console.log(`Not run in the application: ${test.info().title}. ${why}`)
  test.skip(inApplication, why)
}

export interface OpenPage {
  readonly page: Page
  close(): Promise<void>
}

interface Wanted {
  readonly hub: string
  readonly viewport: { readonly width: number; readonly height: number }
  /** What the application is started with instead of the built desk; a browser has what its hub serves. */
  readonly built?: string
}

/** A desk that nobody has signed in at: in a browser, or, with `DESK_IN=electron`, in the application. */
export const openPage = (browser: Browser, wanted: Wanted): Promise<OpenPage> =>
  inApplication ? applicationAnew(wanted) : browserAnew(browser, wanted)

/** The same on what a folder keeps of the desk that was opened there before. */
export const openKeptPage = (folder: string, wanted: Wanted): Promise<OpenPage> =>
  inApplication ? applicationOf(folder, wanted) : browserOf(folder, wanted)

const outsides = new WeakMap<Page, Outside>()

/** Menu, dialogs and whatever else is not in the page; null in a browser, which has its own. */
export const outsideOf = (page: Page): Outside | null => outsides.get(page) ?? null

async function browserAnew(browser: Browser, { hub, viewport }: Wanted): Promise<OpenPage> {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport })
  const page = await context.newPage()
  await page.goto(hub)
  return { page, close: () => context.close() }
}

async function browserOf(folder: string, { hub, viewport }: Wanted): Promise<OpenPage> {
  const { executablePath, args } = test.info().project.use.launchOptions ?? {}
  const context = await chromium.launchPersistentContext(folder, {
    ...(executablePath ? { executablePath } : {}),
    ...(args ? { args } : {}),
    reducedMotion: 'reduce',
    viewport,
  })
  hearBreaches(context)
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(hub)
  return { page, close: () => context.close() }
}

async function applicationAnew(wanted: Wanted): Promise<OpenPage> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-e2e-'))
  const { page, close } = await applicationOf(folder, wanted)
  return {
    page,
    async close() {
      await close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function applicationOf(folder: string, { viewport, ...started }: Wanted): Promise<OpenPage> {
  const [profile, keyring] = [join(folder, 'profile'), join(folder, 'keyring')]
  const { page, outside, close } = await launchDesk({ ...started, profile, keyring })
  outsides.set(page, outside)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize(viewport)
  return { page, close }
}
