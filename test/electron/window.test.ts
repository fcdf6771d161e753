import type { BrowserWindowConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import type { KeptWindow } from '../../electron/kept-window.ts'
import { PAGE } from '../../electron/page-address.ts'
import { openWindow } from '../../electron/window.ts'

type StartListener = (details: { isMainFrame: boolean; isSameDocument: boolean }) => void

const usual: KeptWindow = { bounds: null, maximised: false, zoom: 0 }

function opened(kept = usual) {
  const seen: {
    options?: BrowserWindowConstructorOptions
    start?: StartListener
    address?: string
    maximised?: true
  } = {}
  function NewWindow(options: BrowserWindowConstructorOptions) {
    seen.options = options
    return {
      once() {},
      maximize() {
        seen.maximised = true
      },
      async loadURL(address: string) {
        seen.address = address
      },
      webContents: {
        on(_name: string, listener: StartListener) {
          seen.start = listener
        },
      },
    }
  }
  const documentChanges = vi.fn()
  openWindow(NewWindow as never, kept, false, documentChanges)
  return { seen, documentChanges }
}

describe('the window', () => {
  it('is closed off in every way that Electron knows', () => {
    const { preload, ...preferences } = opened().seen.options?.webPreferences ?? {}
    expect(preload).toMatch(/preload\.cjs$/)
    expect(preferences).toEqual({
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
      spellcheck: false,
      devTools: false,
    })
  })

  it('opens where it was, as large as it was', () => {
    const bounds = { x: 40, y: 30, width: 1200, height: 800 }
    expect(opened({ ...usual, bounds }).seen.options).toMatchObject(bounds)
    expect(opened({ ...usual, bounds }).seen.maximised).toBeUndefined()
    expect(opened({ ...usual, maximised: true }).seen.maximised).toBe(true)
  })

  it('shows the page of the desk', () => {
    expect(opened().seen.address).toBe(PAGE)
  })

  it('tells when another document comes, not when a place in it changes', () => {
    const { seen, documentChanges } = opened()
    seen.start?.({ isMainFrame: true, isSameDocument: true })
    seen.start?.({ isMainFrame: false, isSameDocument: false })
    expect(documentChanges).not.toHaveBeenCalled()
    seen.start?.({ isMainFrame: true, isSameDocument: false })
    expect(documentChanges).toHaveBeenCalledTimes(1)
  })
})
