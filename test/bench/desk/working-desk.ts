import type { Page } from '@playwright/test'
import type { World } from '../world.ts'
import { openBrowser } from './browser.ts'
import { type DeskHub, deskHub } from './desk-hub.ts'
import { signIn, waitForWrites } from './sign-in.ts'
import { waitUntilPacked } from './wait-until-packed.ts'

export interface WorkingDesk {
  readonly page: Page
  readonly hub: DeskHub
}

/** A desk that holds so many case groups, all of them listed, all pages sealed and packed. */
export function workingDesk(groups: number, world: World): Promise<WorkingDesk> {
  return world.shared(`desk-${groups}`, async () => {
    const hub = await deskHub(groups, world)
    const { page, close } = await openBrowser(world)
    await signIn(page, hub, groups)
    await page.evaluate(waitForWrites)
    await page.evaluate(waitUntilPacked)
    return [{ page, hub }, close]
  })
}
