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
  count: number,
  focused: number | null,
): Sight {
  const [height, setHeight] = useState(0)
  const [sight, setSight] = useState<{ offset: number; focused: number | null }>({ offset: 0, focused: null })
  const scrolled = useRef(0)
  if (focused !== sight.focused && height > 0) {
    // Before anything is drawn: the right lines are drawn at once.
    const offset = focused === null ? sight.offset : offsetThatShows(focused, sight.offset, height)
    setSight({ offset, focused })
  }
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = () => setHeight(element.clientHeight)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [scroller])
  useLayoutEffect(() => {
    if (!scroller.current || sight.offset === scrolled.current) return
    scroller.current.scrollTop = sight.offset
    scrolled.current = sight.offset
  }, [scroller, sight.offset])
  const first = Math.floor(sight.offset / LINE_HEIGHT)
  return {
    lines: linesInSight(first, lineCount(height, LINE_HEIGHT), count, focused),
    onScroll() {
      scrolled.current = scroller.current?.scrollTop ?? 0
      setSight({ focused, offset: scrolled.current })
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
