import { type BrowserContext, chromium } from '@playwright/test'
import { settings } from './settings.ts'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The test drives the same browser, from its own process.
  '--remote-debugging-port=0',
  // As large as electron/window.ts opens it.
  '--window-size=1440,900',
]

let opening: Promise<BrowserContext> | undefined

/** The browser with the desk's profile: opened with the first window, where Electron has it from the start. */
export function browser(userData: string): Promise<BrowserContext> {
  opening ??= chromium.launchPersistentContext(userData, {
    executablePath: settings().chromium,
    args: quiet,
    headless: true,
    viewport: null,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // The desk ends its browser itself.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  return opening
}

export async function closeBrowser(): Promise<void> {
  await opening?.then(context => context.close()).catch(() => {})
}
