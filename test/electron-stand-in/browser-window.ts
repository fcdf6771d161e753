import type {
  BrowserWindowConstructorOptions,
  BrowserWindow as ElectronWindow,
  Rectangle,
  WebContents,
} from 'electron'
import { toChromium } from './addresses.ts'
import { onQuitClose, tellApp } from './app.ts'
import { noteCall } from './calls.ts'
import { knownEvents } from './known-events.ts'
import { strict } from './strict.ts'
import { listening, openContents } from './web-contents.ts'

type WindowPart = Pick<
  ElectronWindow,
  | 'loadURL'
  | 'once'
  | 'on'
  | 'show'
  | 'focus'
  | 'maximize'
  | 'restore'
  | 'isMaximized'
  | 'isMinimized'
  | 'isDestroyed'
  | 'getNormalBounds'
  | 'webContents'
>

let open = 0

/** Where the window is; a test moves it as a hand would. */
let bounds: Rectangle = { x: 0, y: 0, width: 800, height: 600 }
export const windowBounds = () => bounds
export function moveWindow(to: Rectangle): void {
  bounds = to
}

function makeWindow(options: BrowserWindowConstructorOptions): WindowPart {
  noteCall('new BrowserWindow')
  refuseUnsafe(options)
  const { x = 0, y = 0, width = 800, height = 600 } = options
  bounds = { x, y, width, height }
  let maximised = false
  const events = knownEvents('a window', ['ready-to-show', 'close', 'closed'])
  onQuitClose(() => events.emit('close'))
  const { contents, opened } = openContents(options, open === 0)
  let destroyed = false
  open += 1
  void opened.then(({ page }) =>
    page.once('close', () => {
      destroyed = true
      open -= 1
      events.emit('closed')
      if (open === 0) tellApp('window-all-closed')
    }),
  )
  tellApp('web-contents-created', {}, contents)
  return strict<WindowPart>('BrowserWindow', {
    // Of its parts those that are used; any other throws.
    webContents: contents as WebContents,
    on: listening(events.on),
    once: listening(events.once),
    async loadURL(url) {
      const { page } = await opened
      await page.goto(toChromium(url))
      events.emit('ready-to-show')
    },
    show: () => {},
    focus: () => {},
    maximize: () => {
      maximised = true
    },
    restore: () => {},
    isMaximized: () => maximised,
    getNormalBounds: () => bounds,
    isMinimized: () => false,
    isDestroyed: () => destroyed,
  })
}

// What the stand-in always does, it lets nobody ask otherwise.
function refuseUnsafe({ webPreferences }: BrowserWindowConstructorOptions): void {
  const { contextIsolation, sandbox, nodeIntegration, webSecurity } = webPreferences ?? {}
  if (contextIsolation === false || sandbox === false || nodeIntegration || webSecurity === false)
    throw new Error('The stand-in opens safe windows only.')
}

function Window(): void {}

/** `new BrowserWindow(…)`: whatever else is asked of the class throws. */
export const BrowserWindow = new Proxy(Window, {
  construct: (_target, [options]) => makeWindow(options),
  get(_target, key) {
    throw new Error(`The stand-in for Electron has no BrowserWindow.${String(key)}.`)
  },
}) as unknown as new (
  options: BrowserWindowConstructorOptions,
) => WindowPart
