import { chromium } from '@playwright/test'
import { settings } from './settings.ts'

/** Opens an address in a browser of its own, which has nothing of the desk's; it goes when it has come to its end. */
export async function openElsewhere(url: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: settings().chromium, args: ['--no-sandbox'] })
  // Who opens something outside does not wait for what comes of it.
  void browser
    .newPage()
    .then(page => page.goto(url, { waitUntil: 'load' }))
    .catch(() => {})
    .finally(() => browser.close())
}
