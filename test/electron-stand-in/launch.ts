import { type ChildProcess, spawn } from 'node:child_process'
import { type EventEmitter, once } from 'node:events'
import { readFile, readlink, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Browser, chromium, type Page } from '@playwright/test'
import { chromiumPath } from '../chromium-path.ts'
import { hearBreaches } from '../policy-breaches.ts'
import { argumentsOf, electronProgram, launchOnElectron } from './on-electron.ts'
import { outsideOf } from './outside-of-child.ts'
import { type Settings, settingsAsEnvironment } from './settings.ts'
import type { OutsideOfStandIn } from './told-from-outside.ts'

export interface RunningDesk {
  readonly page: Page
  readonly process: ChildProcess
  /** Where Chromium keeps the page's databases. */
  readonly databases: string
  /** The menu, the dialogs and whatever else is not in the page. */
  readonly outside: OutsideOfStandIn
  /** All that the main process printed. */
  readonly output: () => string
  /** As a user closes it. */
  close(): Promise<void>
  /** As the power goes. */
  kill(): Promise<void>
}

export interface Launch {
  /** Null: none is named at the start. */
  readonly hub: string | null
  /** A folder, the same at the next start of the same desk. */
  readonly profile: string
  readonly keyring: string
  readonly keyStore?: Settings['keyStore']
  /** What is started: the built desk, unless told otherwise. */
  readonly built?: string
}

const project = resolve(import.meta.dirname, '../..')

/** Starts the built desk in a process of its own, on Electron or on the stand-in, and hands over its window. */
export async function launchDesk(launch: Launch): Promise<RunningDesk> {
  if (electronProgram !== null) return launchOnElectron(electronProgram, launch)
  const port = join(launch.profile, 'DevToolsActivePort')
  await rm(port, { force: true })
  const desk = startMain(launch)
  let output = ''
  for (const stream of [desk.stdout, desk.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
  const browser = await connect(desk, port, () => output)
  // Nobody else could end one whose page never came.
  const page = await deskPage(browser).catch(async problem => {
    await end(desk, browser, 'SIGTERM')
    throw problem
  })
  return {
    page,
    process: desk,
    databases: join(launch.profile, 'Default/IndexedDB'),
    outside: outsideOf(desk),
    output: () => output,
    close: () => end(desk, browser, 'SIGTERM'),
    async kill() {
      // The browser is a process of its own here: it goes with the desk, without a moment to put things in order.
      const chromium = Number((await readlink(join(launch.profile, 'SingletonLock'))).split('-').at(-1))
      process.kill(chromium, 'SIGKILL')
      await end(desk, browser, 'SIGKILL')
    },
  }
}

/** The main process alone, for what ends before there is a window. */
export function startMain(launch: Launch): ChildProcess {
  const { keyring, keyStore = 'working' } = launch
  if (electronProgram !== null) return spawn(electronProgram, argumentsOf(launch))
  const settings = { chromium: chromiumPath(), keyring, keyStore }
  return spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      join(project, 'test/electron-stand-in/register.ts'),
      ...argumentsOf(launch),
    ],
    { env: { ...process.env, ...settingsAsEnvironment(settings) }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  )
}

async function connect(desk: ChildProcess, file: string, output: () => string): Promise<Browser> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (desk.exitCode !== null) throw new Error(`The desk ended: ${output()}`)
    const [port] = (await readFile(file, 'utf8').catch(() => '')).split('\n')
    if (port) return chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    await setTimeout(100)
  }
  throw new Error(`The desk did not open: ${output()}`)
}

async function deskPage(browser: Browser): Promise<Page> {
  const context = browser.contexts()[0]
  if (context) hearBreaches(context)
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
  if (!page) throw new Error('The desk has no window.')
  await page.waitForURL(/bundle\.app\.invalid/)
  return page
}

async function end(desk: ChildProcess, browser: Browser, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const gone = browser.isConnected() ? once(browser as unknown as EventEmitter, 'disconnected') : null
  if (desk.exitCode === null && desk.signalCode === null) {
    desk.kill(signal)
    await once(desk, 'exit')
  }
  // The next start needs the profile for itself.
  await gone
}
