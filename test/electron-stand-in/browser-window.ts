import type { BrowserWindowConstructorOptions, BrowserWindow as ElectronWindow, WebContents } from 'electron'
import { toChromium } from './addresses.ts'
import { tellApp } from './app.ts'
import { knownEvents } from './known-events.ts'
import { strict } from './strict.ts'
import { listening, openContents } from './web-contents.ts'

type WindowPart = Pick<
  ElectronWindow,
  'loadURL' | 'once' | 'on' | 'show' | 'focus' | 'restore' | 'isMinimized' | 'isDestroyed' | 'webContents'
>

let open = 0

function makeWindow(options: BrowserWindowConstructorOptions): WindowPart {
  refuseUnsafe(options)
  const events = knownEvents('a window', ['ready-to-show', 'closed'])
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
    restore: () => {},
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
