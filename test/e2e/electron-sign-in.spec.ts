import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { launchDesk } from '../electron-stand-in/launch.ts'
import { type ProviderHub, providerHub } from './provider-hub.ts'
import { test } from './test.ts'

// Signing in as oneself, with the service's identity provider, in Electron.

const LEADER = '67206567'

let hub: ProviderHub
test.beforeAll(async () => {
  hub = await providerHub()
})
test.afterAll(() => hub.stop())

test('the system’s browser goes to the provider, and the desk goes on by itself', async () => {
  hub.identity.person = LEADER
  const folder = await mkdtemp(join(tmpdir(), 'desk-e2e-'))
  const [profile, keyring] = [join(folder, 'profile'), join(folder, 'keyring')]
  const desk = await launchDesk({ hub: hub.url.href, profile, keyring })
  await desk.page.getByRole('button', { name: 'Sign in' }).click()
  await expect(desk.page.getByRole('grid')).toBeVisible({ timeout: 30_000 })
  expect(desk.output()).not.toMatch(/eyJ/)
  await desk.close()
  await rm(folder, { recursive: true, force: true })
})
