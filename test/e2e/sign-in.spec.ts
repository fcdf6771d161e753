import { expect } from '@playwright/test'
import { barriers } from './at-the-desk.ts'
import { type OpenPage, openPage } from './open-page.ts'
import { opensBeside } from './page-thread.ts'
import { type ProviderHub, providerHub } from './provider-hub.ts'
import { test } from './test.ts'

// Signing in as oneself, with the service's identity provider; in the application alone: electron-sign-in.spec.ts.

const LEADER = '67206567'

let hub: ProviderHub
let opened: OpenPage
test.beforeAll(async () => {
  hub = await providerHub()
})
test.afterAll(() => hub.stop())
test.beforeEach(async ({ browser }) => {
  opened = await openPage(browser, { hub: hub.url.href, viewport: { width: 1440, height: 900 } })
})
test.afterEach(() => opened.close())

test('one signs in at the provider, and comes back to one’s own desk', async () => {
  const { page } = opened
  hub.identity.person = LEADER
  const signIn = page.getByRole('button', { name: 'Sign in' })
  await expect(signIn).toBeFocused()
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid')).toBeVisible()
  await expect(page.getByText('Demonstration')).toHaveCount(0)
  await opensBeside(page, () => page.reload())
})

test('who is not on the staff is told so, and may try as somebody else', async () => {
  const { page } = opened
  hub.identity.person = 'stranger'
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('not to this hub')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled()
  expect(await barriers(page)).toEqual([])
})
