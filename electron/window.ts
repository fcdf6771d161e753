import { join } from 'node:path'
import type { BrowserWindow, BrowserWindowConstructorOptions, WebPreferences } from 'electron'
import type { KeptWindow } from './kept-window.ts'
import { PAGE } from './page-address.ts'

/** The types are the values: another value does not compile. */
interface SafePreferences {
  readonly contextIsolation: true
  readonly sandbox: true
  readonly nodeIntegration: false
  readonly nodeIntegrationInWorker: false
  readonly nodeIntegrationInSubFrames: false
  readonly webSecurity: true
  readonly webviewTag: false
  readonly allowRunningInsecureContent: false
  readonly experimentalFeatures: false
  readonly enableBlinkFeatures?: never
  readonly plugins: false
  readonly navigateOnDragDrop: false
  readonly spellcheck: false
}

const safe = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  plugins: false,
  navigateOnDragDrop: false,
  // Chromium's dictionaries are fetched from elsewhere, and what is typed here is about people: spelling is our own.
  spellcheck: false,
} satisfies SafePreferences & WebPreferences

export type NewWindow = new (options: BrowserWindowConstructorOptions) => BrowserWindow

/** `documentChanges` is called before another document can ask anything. */
export function openWindow(
  NewWindow: NewWindow,
  { bounds, maximised }: KeptWindow,
  devTools: boolean,
  documentChanges: () => void,
): BrowserWindow {
  const window = new NewWindow({
    width: 1440,
    height: 900,
    ...bounds,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Team Leader Desk',
    webPreferences: { ...safe, devTools, preload: join(import.meta.dirname, 'preload.cjs') },
  })
  if (maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) documentChanges()
  })
  // A page that is reloaded while it loads rejects the first loading; there is nothing to do about it.
  window.loadURL(PAGE).catch(() => {})
  return window
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}
