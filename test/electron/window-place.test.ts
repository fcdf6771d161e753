import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { keepWindow, readKeptWindow } from '../../electron/kept-window.ts'
import { placeWithin } from '../../electron/window-place.ts'
import { zoom } from '../../electron/zoom.ts'

const folder = mkdtempSync(join(tmpdir(), 'desk-window-'))
afterAll(() => rmSync(folder, { recursive: true }))

const laptop = { x: 0, y: 0, width: 1366, height: 728 }
const beside = { x: 1366, y: -200, width: 1920, height: 1040 }

const rectangle = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  width: fc.integer({ min: 1, max: 6000 }),
  height: fc.integer({ min: 1, max: 6000 }),
})
type Rectangle = typeof laptop
const isInside = (one: Rectangle, area: Rectangle) =>
  one.x >= area.x &&
  one.y >= area.y &&
  one.x + one.width <= area.x + area.width &&
  one.y + one.height <= area.y + area.height

describe('the place of the window', () => {
  it('is left as it was where all of it is on a display', () => {
    const place = { x: 1400, y: 0, width: 1200, height: 800 }
    expect(placeWithin(place, [laptop, beside])).toEqual(place)
  })

  it('is moved onto the display that most of it is on', () => {
    const half = { x: 800, y: 100, width: 1000, height: 600 }
    expect(placeWithin(half, [laptop, beside])).toEqual({ ...half, x: 366 })
  })

  it('is the system’s choice where its display is gone', () => {
    expect(placeWithin({ x: 1500, y: 0, width: 1200, height: 800 }, [laptop])).toBeNull()
  })

  it('is always whole on one display, and stays there', () => {
    fc.assert(
      fc.property(rectangle, fc.array(rectangle, { maxLength: 4 }), (wanted, displays) => {
        const place = placeWithin(wanted, displays)
        if (!place) return
        expect(displays.some(display => isInside(place, display))).toBe(true)
        expect(placeWithin(place, displays)).not.toBeNull()
      }),
    )
  })
})

describe('the window', () => {
  const file = join(folder, 'window.json')
  const usual = { bounds: null, maximised: false, zoom: 0 }

  function aWindow(bounds: Rectangle) {
    const heard = new Map<string, () => void>()
    let level = 0
    const on = (name: string, listener: () => void) => void heard.set(name, listener)
    const webContents = {
      on,
      getZoomLevel: () => level,
      setZoomLevel(next: number) {
        level = next
      },
    }
    const window = { on, webContents, getNormalBounds: () => bounds, isMaximized: () => true } as never
    return { window, level: () => level, hear: (name: string) => heard.get(name)?.() }
  }

  it('is the next time where it was at the end of this one, and its page as large', () => {
    const place = { x: 10, y: 20, width: 1100, height: 700 }
    const first = aWindow(place)
    keepWindow(first.window, file, usual)('in')
    first.hear('close')
    const kept = readKeptWindow(file, [laptop])
    expect(kept).toEqual({ bounds: place, maximised: true, zoom: 0.5 })
    const second = aWindow(place)
    keepWindow(second.window, file, kept)
    second.hear('did-finish-load')
    expect(second.level()).toBe(0.5)
  })

  it.each([
    '',
    '{',
    '[]',
    '{"bounds":null}',
    '{"bounds":{"x":0,"y":0,"width":-1,"height":1},"maximised":false,"zoom":0}',
  ])('is as usual where its file says %j', text => {
    writeFileSync(file, text)
    expect(readKeptWindow(file, [laptop])).toEqual(usual)
    expect(readKeptWindow(join(folder, 'none.json'), [laptop])).toEqual(usual)
  })

  it('closes although the disk takes nothing', () => {
    const { window, hear } = aWindow(laptop)
    keepWindow(window, join(folder, 'gone', 'window.json'), usual)
    expect(() => hear('close')).not.toThrow()
    expect(() => readFileSync(join(folder, 'gone', 'window.json'))).toThrow()
  })
})

describe('the page', () => {
  it('is shown from half to three times its size, and in steps', () => {
    let level = 0
    const contents = {
      getZoomLevel: () => level,
      setZoomLevel(next: number) {
        level = next
      },
    }
    expect(zoom(contents, 'in')).toBe(0.5)
    for (let step = 0; step < 30; step++) zoom(contents, 'in')
    expect(level).toBe(6)
    for (let step = 0; step < 40; step++) zoom(contents, 'out')
    expect(level).toBe(-4)
    expect(zoom(contents, 'actual')).toBe(0)
  })
})
