import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from '@playwright/test'
import type { BrowserWindowConstructorOptions, BrowserWindow as ElectronWindow, WebContents } from 'electron'
import { toChromium } from './addresses.ts'
import { tellApp, userDataFolder } from './app.ts'
import { browser } from './chromium.ts'
import { knownEvents } from './known-events.ts'
import { type Deliver, runPreload } from './preload-world.ts'
import { type ContentsEvents, guardRequests } from './requests.ts'
import { strict } from './strict.ts'
import { nodeCodec, wire } from './wire.ts'

type WindowPart = Pick<
  ElectronWindow,
  'loadURL' | 'once' | 'on' | 'show' | 'focus' | 'restore' | 'isMinimized' | 'isDestroyed' | 'webContents'
>
type ContentsPart = Pick<WebContents, 'on' | 'send' | 'setWindowOpenHandler'>

let open = 0

function makeWindow(options: BrowserWindowConstructorOptions): WindowPart {
  refuseUnsafe(options)
  const events = knownEvents('a window', ['ready-to-show', 'closed'])
  const contentsEvents: ContentsEvents = knownEvents('web contents', [
    'will-navigate',
    'will-frame-navigate',
    'will-redirect',
    'will-attach-webview',
    'did-start-navigation',
  ])
  const opened = openPage(options, contentsEvents)
  let destroyed = false
  let delivered: Promise<unknown> = opened
  open += 1
  void opened.then(({ page }) =>
    page.once('close', () => {
      destroyed = true
      open -= 1
      events.emit('closed')
      if (open === 0) tellApp('window-all-closed')
    }),
  )

  const contents = strict<ContentsPart>('webContents', {
    on: listening(contentsEvents.on),
    setWindowOpenHandler(handler) {
      void opened.then(({ context, page }) => {
        context.on('page', async popup => {
          if ((await popup.opener()) !== page) return
          const { action } = handler({ url: popup.url() } as Parameters<typeof handler>[0])
          if (action === 'deny') await popup.close()
        })
      })
    },
    send(channel, ...args) {
      const message = { channel, given: wire(args, nodeCodec) }
      delivered = delivered.then(async () => (await opened).deliver(message))
    },
  })
  const window: WindowPart = strict<WindowPart>('BrowserWindow', {
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
  tellApp('web-contents-created', {}, contents)
  return window
}

// Electron describes each event by an overload; here the list is checked when it is listened to.
function listening<Method>(on: (name: string, listener: (...args: never[]) => unknown) => void): Method {
  return on as Method
}

async function openPage(options: BrowserWindowConstructorOptions, events: ContentsEvents) {
  const context: BrowserContext = await browser(userDataFolder())
  const blank = context.pages().find(page => page.url() === 'about:blank' && open <= 1)
  const page: Page = blank ?? (await context.newPage())
  await guardRequests(page, events)
  const preload = options.webPreferences?.preload
  const deliver: Deliver = preload ? await runPreload(page, readFileSync(preload, 'utf8')) : async () => {}
  return { context, page, deliver }
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
