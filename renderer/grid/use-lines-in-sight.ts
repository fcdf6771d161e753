import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
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
  const [first, setFirst] = useState(0)
  const seen = useRef({ offset: 0, height: 0 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = () => {
      seen.current.height = element.clientHeight
      setHeight(element.clientHeight)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [scroller])
  const scrolledTo = (offset: number) => {
    seen.current.offset = offset
    setFirst(Math.floor(offset / LINE_HEIGHT))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another line has the focus: one may scroll away from it.
  useEffect(() => {
    if (!scroller.current || focused === null) return
    const offset = offsetThatShows(focused, seen.current.offset, seen.current.height)
    if (offset === seen.current.offset) return
    scroller.current.scrollTop = offset
    scrolledTo(offset)
  }, [scroller, focused])
  return {
    lines: linesInSight(first, lineCount(height, LINE_HEIGHT), count, focused),
    onScroll: () => scrolledTo(scroller.current?.scrollTop ?? 0),
    pageLines: () => Math.max(1, Math.floor(height / LINE_HEIGHT) - 2),
  }
}

/** The least move that brings a line in sight, between the header and the lower edge. */
function offsetThatShows(line: number, offset: number, height: number): number {
  const highest = line * LINE_HEIGHT
  const lowest = highest + 2 * LINE_HEIGHT - height
  return Math.max(0, Math.min(highest, Math.max(lowest, offset)))
}
