import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { launchDesk } from '../electron-stand-in/launch.ts'

export interface OpenPage {
  readonly page: Page
  close(): Promise<void>
}

interface Wanted {
  readonly hub: string
  readonly viewport: { readonly width: number; readonly height: number }
}

/** A desk that nobody has signed in at: in a browser, or, with `DESK_IN=electron`, in the application. */
export const openPage = (browser: Browser, wanted: Wanted): Promise<OpenPage> =>
  process.env.DESK_IN === 'electron' ? inElectron(wanted) : inBrowser(browser, wanted)

async function inBrowser(browser: Browser, { hub, viewport }: Wanted): Promise<OpenPage> {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport })
  const page = await context.newPage()
  await page.goto(hub)
  return { page, close: () => context.close() }
}

async function inElectron({ hub, viewport }: Wanted): Promise<OpenPage> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-e2e-'))
  const desk = await launchDesk({ hub, profile: join(folder, 'profile'), keyring: join(folder, 'keyring') })
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
  await desk.page.setViewportSize(viewport)
  return {
    page: desk.page,
    async close() {
      await desk.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
