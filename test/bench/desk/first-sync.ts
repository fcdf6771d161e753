import type { Benchmark } from '../benchmark.ts'
import { median } from '../median.ts'
import type { World } from '../world.ts'
import { openBrowser } from './browser.ts'
import { type DeskHub, deskHub } from './desk-hub.ts'
import { rawIndexedDb } from './raw-indexeddb.ts'
import { signIn, waitForList, waitForWrites } from './sign-in.ts'
import { waitUntilPacked } from './wait-until-packed.ts'

const rounds = 3

interface Round {
  readonly raw: number
  readonly listed: number
  readonly sealed: number
  readonly reopened: number
}

/** From an empty device to a caseload on the screen and sealed on disk, and from there to the screen again. */
export const firstSyncBenchmark: Benchmark = {
  names: ['first-sync', 'reopen'],
  async *run(world) {
    const hub = await deskHub(world.groups, world)
    const measured: Round[] = []
    for (let at = 0; at < rounds; at++) measured.push(await round(hub, world))
    const of = (key: keyof Round) => median(measured.map(each => each[key]))
    const raw = of('raw')
    const detail = `list complete after ${Math.round(of('listed'))} ms`
    const whole = median(measured.map(({ listed, sealed }) => Math.max(listed, sealed)))
    yield { name: 'first-sync', value: whole, baseline: raw, ratio: whole / raw, detail }
    yield { name: 'reopen', value: of('reopened'), baseline: raw, ratio: of('reopened') / raw, detail: '' }
  },
}

async function round(hub: DeskHub, world: World): Promise<Round> {
  const { context, page, close } = await openBrowser(world)
  try {
    const raw = await rawIndexedDb(context, hub)
    const listed = await signIn(page, hub, world.groups)
    const clicked = await page.evaluate(() => window.bench.lastInput)
    const sealed = (await page.evaluate(waitForWrites)) - clicked
    await page.evaluate(waitUntilPacked)
    const again: number[] = []
    // A page of its own each time: a reload would count how long the old one takes to go.
    let open = page
    for (let at = 0; at < rounds; at++) {
      const next = await context.newPage()
      await open.close()
      open = next
      await open.goto(`${hub.origin}/#/case-groups`, { waitUntil: 'commit' })
      // What is kept is there to work with, whether the hub answers or not.
      again.push(await open.evaluate(waitForList, { groups: world.groups, connected: false }))
    }
    return { raw, listed, sealed, reopened: median(again) }
  } finally {
    await close()
  }
}
