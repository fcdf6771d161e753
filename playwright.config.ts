import { defineConfig } from '@playwright/test'
import { findChromium } from './build/find-chromium.mjs'

export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/e2e/hub-databases.ts',
  outputDir: 'test-results',
  // One waits while the other's hub works. Each spec has a hub of its own, on a database that is a copy.
  workers: 2,
  retries: 0,
  timeout: 240_000,
  // What a person waits for comes in its time; speed is the bench's business.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    // What cannot be pressed by then never can: it is told at once, not when the test's own time is over.
    actionTimeout: 60_000,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
