import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { type LineInSight, lineCount, linesInSight } from './lines-in-sight.ts'

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
  const [sight, setSight] = useState<{ offset: number; focused: number | null }>({ offset: 0, focused: null })
  const scrolled = useRef(0)
  const aim = useRef<number | null>(null)
  if (focused !== sight.focused && height > 0) {
    // Before anything is drawn: the right lines are drawn at once.
    const offset = focused === null ? sight.offset : offsetThatShows(focused, sight.offset, height)
    setSight({ offset, focused })
  }
  useLayoutEffect(() => {
    if (sight.offset === scrolled.current) return
    aim.current = sight.offset
    // With the frame: to scroll needs a layout, and what follows from this change may ask for another one until then.
    const asked = requestAnimationFrame(() => {
      aim.current = null
      if (!scroller.current) return
      scroller.current.scrollTop = sight.offset
      scrolled.current = sight.offset
    })
    return () => {
      cancelAnimationFrame(asked)
      aim.current = null
    }
  }, [scroller, sight.offset])
  const first = Math.floor(sight.offset / LINE_HEIGHT)
  return {
    lines: linesInSight(first, lineCount(height, LINE_HEIGHT), count, focused),
    onScroll() {
      if (aim.current !== null) return
      const offset = scroller.current?.scrollTop ?? 0
      scrolled.current = offset
      if (offset !== sight.offset) setSight({ focused, offset })
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
