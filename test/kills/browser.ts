import { randomBytes } from 'node:crypto'
import { appendFile, glob, mkdtemp, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type BrowserContext, type ConsoleMessage, chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import { project } from '../../build/project.ts'
import type { CommandId } from '../../shared/domain/ids.ts'
import { chromiumPath } from '../chromium-path.ts'
import { hubProcess } from '../hub-process.ts'
import { type Chance, chanceOf } from '../simulation/chance.ts'
import { fill, kept } from './hub-data.ts'
import { judgeHub, type Verdict } from './judge-hub.ts'

export interface BrowserKills extends Verdict {
  readonly kills: number
}

/** The longest that it is let alone once it works, in milliseconds. */
const LONGEST = 800

/**
 * Kills a browser on one profile while its desk saves changes, every other time cut off from the hub, the first time in
 * the middle of a write; opens it once more in the end, waits until nothing waits, and judges what the hub has.
 */
export async function killBrowsers(count: number, seed: number): Promise<BrowserKills> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-browser-kills-'))
  const chance = chanceOf(seed)
  const saved: { readonly id: CommandId }[] = []
  await buildPage(join(folder, 'page'))
  await fill(join(folder, 'data'))
  const hub = await hubProcess({
    from: ['--data', join(folder, 'data')],
    desk: join(folder, 'page'),
    complaints: 'ignore',
  })
  const place: Place = { profile: join(folder, 'profile'), origin: hub.origin, saved }
  try {
    for (let kill = 0; kill < count; kill++) {
      await killOne(place, chance, kill)
      if (kill === 0) await leaveHalfARecord(place)
    }
    const { context, page } = await open(place, chance)
    await page.evaluate(() => window.finish?.())
    // At the second start after it.
    if (count > 1 && (await page.evaluate(hasWitness)))
      throw new Error('The browser has thrown nothing away, so that nothing came from the second copy.')
    await context.close()
  } finally {
    await hub.kill()
  }
  const verdict = judgeHub(
    [{ envelopes: saved, acknowledged: saved.length }],
    await kept(join(folder, 'data')),
  )
  await rm(folder, { recursive: true, force: true })
  return { kills: count, ...verdict }
}

interface Place {
  readonly profile: string
  readonly origin: string
  /** What the desk said is saved, in its order. */
  readonly saved: { readonly id: CommandId }[]
}

async function killOne(place: Place, chance: Chance, kill: number): Promise<void> {
  const { context, page } = await open(place, chance)
  if (kill === 0) await page.evaluate(putWitness)
  if (kill % 2 === 1) await context.setOffline(true)
  await sleep(chance.below(LONGEST))
  const [, pid] = /-(\d+)$/.exec(await readlink(join(place.profile, 'SingletonLock'))) ?? []
  process.kill(Number(pid), 'SIGKILL')
  await context.close().catch(() => {})
  // Nobody starts it again before it is gone: until then its databases are its own.
  while (isThere(Number(pid))) await sleep(20)
}

/**
 * What a kill leaves in the middle of a write: the head of a record, and of the rest a part. Chromium's LevelDB takes it for
 * the end, goes on behind it, and at the start after that takes the whole for damaged and throws all databases away.
 */
async function leaveHalfARecord({ profile }: Place): Promise<void> {
  const head = randomBytes(7)
  head.writeUInt16LE(300, 4)
  head.writeUInt8(1, 6)
  const logs: string[] = []
  for await (const log of glob(join(profile, 'Default/IndexedDB/*/*.log'))) logs.push(log)
  if (logs.length === 0)
    throw new Error('The browser keeps no log where it is looked for: nothing was damaged.')
  for (const log of logs) await appendFile(log, Buffer.concat([head, randomBytes(100)]))
}

/** In the page: a database beside the desk's own, which goes with them and comes back from nowhere. */
function putWitness(): Promise<void> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('witness')
    opening.onsuccess = () => done()
    opening.onerror = () => fail(opening.error)
  })
}

const hasWitness = async () => (await indexedDB.databases()).some(({ name }) => name === 'witness')

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A browser whose desk has begun to save. */
async function open({ profile, origin, saved }: Place, chance: Chance): Promise<Opened> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  })
  const page = context.pages()[0] ?? (await context.newPage())
  const begun = Promise.withResolvers<void>()
  page.on('pageerror', begun.reject)
  // Why something was lost, where something was.
  page.on('console', message => isTelling(message) && console.log(message.text()))
  await page.exposeFunction('saved', (ids: readonly CommandId[]) => {
    saved.push(...ids.map(id => ({ id })))
    begun.resolve()
  })
  await page.goto(`${origin}/?seed=${chance.below(1_000_000)}`)
  await begun.promise
  return { context, page }
}

const isTelling = (message: ConsoleMessage) =>
  message.type() === 'error' && !message.text().startsWith('Failed to load resource')

interface Opened {
  readonly context: BrowserContext
  readonly page: Page
}

async function buildPage(outDir: string): Promise<void> {
  await build({
    root: resolve(project, 'test/kills/page'),
    base: './',
    configFile: false,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, target: 'chrome152', chunkSizeWarningLimit: 2_000 },
  })
}
