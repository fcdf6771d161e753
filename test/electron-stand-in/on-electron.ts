import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { hearBreaches } from '../policy-breaches.ts'
import type { Launch, RunningDesk } from './launch.ts'
import { stubDialogs } from './on-electron-dialogs.ts'
import type { OutsideOfStandIn } from './told-from-outside.ts'

/** Electron's own program, where the specs are to run on it: `npm run test:electron` says which. */
export const electronProgram = process.env.DESK_ELECTRON ?? null

/** Starts the built desk on Electron itself, and hands over its window. */
export async function launchOnElectron(program: string, launch: Launch): Promise<RunningDesk> {
  const application = await _electron.launch({
    executablePath: program,
    args: [...argumentsOf(launch), ...(launch.keyStore === 'basic_text' ? ['--password-store=basic'] : [])],
  })
  const desk: ChildProcess = application.process()
  let output = ''
  for (const stream of [desk.stdout, desk.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
  await stubDialogs(application)
  hearBreaches(application.context())
  return {
    page: await application.firstWindow(),
    process: desk,
    databases: join(launch.profile, 'IndexedDB'),
    outside: outsideOf(application),
    output: () => output,
    close: () => application.close(),
    async kill() {
      const gone = application.waitForEvent('close')
      desk.kill('SIGKILL')
      await gone
    },
  }
}

export function argumentsOf({ hub, profile, built }: Launch): readonly string[] {
  const main = join(built ?? join(import.meta.dirname, '../../dist'), 'electron/main.js')
  return [main, ...(hub === null ? [] : ['--hub', hub]), '--profile', profile]
}

// What runs in Electron's main process is sent there as text: each uses nothing but its arguments.
function outsideOf(application: ElectronApplication): OutsideOfStandIn {
  return {
    async calls() {
      throw new Error('Only the stand-in notes what Electron is asked.')
    },
    lockMachine: () => application.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen')),
    menu: () => application.evaluate(menuOf, { inContext: false, choose: null }),
    async choose(beginning) {
      await application.evaluate(menuOf, { inContext: false, choose: beginning })
    },
    contextMenu: () => application.evaluate(menuOf, { inContext: true, choose: null }),
    async chooseInContext(beginning) {
      await application.evaluate(menuOf, { inContext: true, choose: beginning })
    },
    async saveTo(answer) {
      await application.evaluate((_, to) => Object.assign(globalThis.deskOutside, to), { answer })
    },
    async agree(agrees) {
      await application.evaluate((_, to) => Object.assign(globalThis.deskOutside, to), { agrees })
    },
    askedNames: () => application.evaluate(() => globalThis.deskOutside.names),
    askedQuestions: () => application.evaluate(() => globalThis.deskOutside.questions),
    notices: () => application.evaluate(() => globalThis.deskOutside.notices.map(({ text }) => text)),
    clickNotice: () => application.evaluate(() => globalThis.deskOutside.notices.at(-1)?.click()),
    zoomLevel: () =>
      application.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel() ?? 0,
      ),
    moveWindow: bounds =>
      application.evaluate(
        ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to),
        bounds,
      ),
    windowBounds: () =>
      application.evaluate(
        ({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.getNormalBounds() ?? { x: 0, y: 0, width: 0, height: 0 },
      ),
  }
}

interface MenuAsked {
  /** The one that a right click opened last; otherwise the application's. */
  readonly inContext: boolean
  /** How the line of the item begins that is chosen. */
  readonly choose: string | null
}

/** The lines of a menu, as `menuLines` makes them of the stand-in's: that cannot be called from a text that is sent. */
function menuOf(
  { Menu }: Pick<typeof import('electron'), 'Menu'>,
  { inContext, choose }: MenuAsked,
): readonly string[] {
  const lines = (menu: Electron.Menu | null, before: string): { line: string; click: () => void }[] =>
    (menu?.items ?? [])
      .filter(({ label }) => label !== '')
      .flatMap(item => {
        const line = before + item.label.replaceAll('&&', '&')
        if (item.submenu) return lines(item.submenu, `${line} > `)
        return [{ line: item.enabled ? line : `${line} off`, click: () => void item.click() }]
      })
  const all = lines(inContext ? globalThis.deskOutside.popped : Menu.getApplicationMenu(), '')
  if (choose !== null) all.find(({ line }) => line.startsWith(choose))?.click()
  return all.map(({ line }) => line)
}
