import { expect, test as plain } from '@playwright/test'
import { breachesHeard, hearBreaches } from '../policy-breaches.ts'

/** A test of the whole desk; whatever page it opens, nothing there may break the content security policy. */
export const test = plain.extend<{ policy: undefined }>({
  policy: [
    async ({ browser }, use) => {
      breachesHeard()
      browser.on('context', hearBreaches)
      await use(undefined)
      browser.off('context', hearBreaches)
      expect(breachesHeard()).toEqual([])
    },
    { auto: true },
  ],
})
