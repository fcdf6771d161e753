import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { type LineInSight, linesInSight, slotsOf, windowOf } from './lines-in-sight.ts'

/** In pixels, as `--row` says. */
export const LINE_HEIGHT = 28

interface Sight {
  readonly lines: readonly LineInSight[]
  readonly onScroll: () => void
  readonly pageLines: () => number
}

/**
 * Follows what of a list is in sight, and brings the focused line there when another one has the focus. All lines
 * are as high, so nothing here depends on how many there are; nothing is asked of the page that makes it lay out.
 */
export function useLinesInSight(
  scroller: RefObject<HTMLElement | null>,
  height: number,
  count: number,
  focused: number | null,
): Sight {
  const [sight, setSight] = useState<{ offset: number; focused: number | null; slots: number }>({
    offset: 0,
    focused: null,
    slots: 0,
  })
  const scrolled = useRef(0)
  const aim = useRef<number | null>(null)
  const window = windowOf(height, LINE_HEIGHT)
  if (focused !== sight.focused && height > 0) {
    // Before anything is drawn: the right lines are drawn at once.
    const offset = focused === null ? sight.offset : offsetThatShows(focused, sight.offset, height)
    setSight({ ...sight, offset, focused })
  }
  // Never fewer again: a list that something takes room from for a moment would draw all its lines anew, twice.
  if (slotsOf(window) > sight.slots) setSight({ ...sight, slots: slotsOf(window) })
  useLayoutEffect(() => {
    if (sight.offset === scrolled.current) return
    aim.current = sight.offset
    let left = false
    // After everything else that follows from this change: to scroll needs a layout. With the frame would be late: it is told
    // that it was scrolled, and would be followed by a second one.
    queueMicrotask(() => {
      if (left || !scroller.current) return
      aim.current = null
      scroller.current.scrollTop = sight.offset
      scrolled.current = sight.offset
    })
    return () => {
      left = true
      aim.current = null
    }
  }, [scroller, sight.offset])
  const first = Math.floor(sight.offset / LINE_HEIGHT)
  return {
    lines: linesInSight({ first, window, slots: sight.slots, count, focused }),
    onScroll() {
      if (aim.current !== null) return
      const offset = scroller.current?.scrollTop ?? 0
      scrolled.current = offset
      if (offset !== sight.offset) setSight({ ...sight, focused, offset })
    },
    pageLines: () => Math.max(1, Math.floor(height / LINE_HEIGHT) - 2),
  }
}

/** The least move that brings a line in sight, between the header and the lower edge. */
function offsetThatShows(line: number, offset: number, height: number): number {
  const highest = line * LINE_HEIGHT
  const lowest = highest + 2 * LINE_HEIGHT - height
  return Math.max(0, Math.min(highest, Math.max(lowest, offset)))
}
