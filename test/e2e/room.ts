import { type Browser, expect, type Page } from '@playwright/test'
import { type AtDesk, sitDown } from './at-the-desk.ts'
import { type CuttableLine, cuttableLine } from './cuttable-line.ts'
import { fixtureHub, type SampleHub } from './sample-hub.ts'
import { test } from './test.ts'

/** What a spec works in: a hub of its own, and for each test a line to it that can be cut, and desks to sit down at. */
export interface Room {
  readonly hub: SampleHub
  readonly line: CuttableLine
  /** Signs in at a new desk; in the end none may have complained of anything. */
  sit(browser: Browser, staff: string, at?: string | URL): Promise<Page>
}

/** To be called once, at the top of a spec. */
export function aRoom(): Room {
  let hub: SampleHub
  let line: CuttableLine
  let seated: AtDesk[]

  test.beforeAll(async () => {
    hub = await fixtureHub()
  })
  test.afterAll(() => hub.stop())
  test.beforeEach(async () => {
    line = await cuttableLine(hub.url)
    seated = []
  })
  test.afterEach(async () => {
    for (const desk of seated) {
      expect(desk.complaints).toEqual([])
      await desk.close()
    }
    await line.close()
  })

  return {
    get hub() {
      return hub
    },
    get line() {
      return line
    },
    async sit(browser, staff, at = hub.url) {
      const desk = await sitDown(browser, { hub: at, staff })
      seated.push(desk)
      return desk.page
    },
  }
}
