import { readFileSync, writeFileSync } from 'node:fs'
import type { BrowserWindow, Rectangle } from 'electron'
import { z } from 'zod'
import { placeWithin } from './window-place.ts'
import { zoom } from './zoom.ts'

const size = z.int().positive().max(100_000)
const coordinate = z.int().min(-100_000).max(100_000)
const form = z.strictObject({
  bounds: z.strictObject({ x: coordinate, y: coordinate, width: size, height: size }),
  maximised: z.boolean(),
  zoom: z.number().min(-4).max(6),
})

/** Where the window was, and how large its page: nothing in it is about anybody. */
export interface KeptWindow {
  /** Null: wherever the system puts it. */
  readonly bounds: Rectangle | null
  readonly maximised: boolean
  readonly zoom: number
}

const usual: KeptWindow = { bounds: null, maximised: false, zoom: 0 }

/** As it was at the end of the last time, on the displays that there are now. */
export function readKeptWindow(file: string, displays: readonly Rectangle[]): KeptWindow {
  try {
    const kept = form.parse(JSON.parse(readFileSync(file, 'utf8')))
    return { ...kept, bounds: placeWithin(kept.bounds, displays) }
  } catch {
    return usual
  }
}

type Kept = Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized' | 'on' | 'webContents'>

/** Keeps it from now on. Returns how the page is made larger and smaller. */
export function keepWindow(
  window: Kept,
  file: string,
  at: KeptWindow,
): (step: 'in' | 'out' | 'actual') => void {
  let level = at.zoom
  window.webContents.on('did-finish-load', () => window.webContents.setZoomLevel(level))
  window.on('close', () => {
    const kept = { bounds: window.getNormalBounds(), maximised: window.isMaximized(), zoom: level }
    try {
      writeFileSync(file, JSON.stringify(kept), { mode: 0o600 })
    } catch {
      // A full disk is no reason not to close.
    }
  })
  return step => {
    level = zoom(window.webContents, step)
  }
}
