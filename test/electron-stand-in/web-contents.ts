import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from '@playwright/test'
import type { BrowserWindowConstructorOptions, ContextMenuParams, WebContents } from 'electron'
import { userDataFolder } from './app.ts'
import { browser } from './chromium.ts'
import { knownEvents } from './known-events.ts'
import { type Deliver, runPreload } from './preload-world.ts'
import { type ContentsEvents, guardRequests } from './requests.ts'
import { strict } from './strict.ts'
import { nodeCodec, wire } from './wire.ts'

export type ContentsPart = Pick<
  WebContents,
  | 'on'
  | 'send'
  | 'setWindowOpenHandler'
  | 'setWebRTCIPHandlingPolicy'
  | 'getZoomLevel'
  | 'setZoomLevel'
  | 'printToPDF'
  | 'replaceMisspelling'
>

let zoomLevel = 0
export const shownZoomLevel = () => zoomLevel

/** A page, and what the main process holds of it from the moment that it asks for one. */
export interface Opening {
  readonly contents: ContentsPart
  readonly opened: Promise<Opened>
}

interface Opened {
  readonly context: BrowserContext
  readonly page: Page
  readonly deliver: Deliver
}

export function openContents(options: BrowserWindowConstructorOptions, isFirst: boolean): Opening {
  const events: ContentsEvents = knownEvents('web contents', [
    'will-navigate',
    'will-frame-navigate',
    'will-redirect',
    'will-attach-webview',
    'did-start-navigation',
    'did-finish-load',
    'context-menu',
  ])
  const opened = openPage(options, isFirst, events)
  let delivered: Promise<unknown> = opened
  const deliver = (message: object) => {
    delivered = delivered.then(async () => (await opened).deliver(message))
  }
  const contents = strict<ContentsPart>('webContents', {
    on: listening(events.on),
    getZoomLevel: () => zoomLevel,
    setZoomLevel(level) {
      zoomLevel = level
    },
    async printToPDF({ preferCSSPageSize = false, printBackground = false, generateTaggedPDF = false }) {
      const { page } = await opened
      return page.pdf({ preferCSSPageSize, printBackground, tagged: generateTaggedPDF })
    },
    setWindowOpenHandler: handler => void opened.then(page => askBeforeOpening(page, handler)),
    // Its Chromium is told nothing: what it would do with it is not ours.
    setWebRTCIPHandlingPolicy: () => {},
    send: (channel, ...args) => deliver({ channel, given: wire(args, nodeCodec) }),
    replaceMisspelling: text => deliver({ replaceMisspelling: text }),
  })
  return { contents, opened }
}

/** Electron describes each event by an overload; here the list is checked when it is listened to. */
export function listening<Method>(
  on: (name: string, listener: (...args: never[]) => unknown) => void,
): Method {
  return on as Method
}

async function openPage(
  { webPreferences }: BrowserWindowConstructorOptions,
  isFirst: boolean,
  events: ContentsEvents,
): Promise<Opened> {
  const context = await browser(userDataFolder())
  // A browser comes with one empty page.
  const page = (isFirst ? context.pages()[0] : undefined) ?? (await context.newPage())
  await guardRequests(page, events)
  page.on('load', () => events.emit('did-finish-load'))
  const preload = webPreferences?.preload
  const clicked = (params: ContextMenuParams) => events.emit('context-menu', {}, params)
  const deliver = preload ? await runPreload(page, readFileSync(preload, 'utf8'), clicked) : async () => {}
  return { context, page, deliver }
}

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

// Chromium has opened the page by the time that it can be asked about: denied, it closes before it has loaded.
function askBeforeOpening({ context, page }: Opened, handler: OpenHandler): void {
  context.on('page', async popup => {
    if ((await popup.opener()) !== page) return
    const { action } = handler({ url: popup.url() } as Parameters<OpenHandler>[0])
    if (action === 'deny') await popup.close()
  })
}
