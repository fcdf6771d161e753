import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { type LineInSight, linesInSight, windowOf } from './lines-in-sight.ts'
import { LINE_HEIGHT, type Standing, standingAfter } from './standing.ts'

interface Sight {
  readonly lines: readonly LineInSight[]
  readonly onScroll: () => void
  readonly pageLines: () => number
}

/**
 * Follows what of a list is in sight, and brings the focused line there when another one has the focus, or the list
 * loses height. All lines are as high, so nothing here depends on how many there are; nothing is asked of the page that
 * makes it lay out.
 */
export function useLinesInSight(
  scroller: RefObject<HTMLElement | null>,
  height: number,
  count: number,
  focused: number | null,
): Sight {
  const [sight, setSight] = useState<Standing>({ offset: 0, height: 0, focused: null, slots: 0 })
  const next = standingAfter(sight, height, focused)
  // Before anything is drawn: the right lines are drawn at once.
  if (next !== sight) setSight(next)
  const scrolledTo = useScrollTo(scroller, sight.offset)
  const [first, window] = [Math.floor(sight.offset / LINE_HEIGHT), windowOf(height, LINE_HEIGHT)]
  return {
    lines: linesInSight({ first, window, slots: sight.slots, count, focused }),
    onScroll() {
      const offset = scrolledTo()
      if (offset !== null && offset !== sight.offset) setSight({ ...sight, focused, offset })
    },
    pageLines: () => Math.max(1, Math.floor(height / LINE_HEIGHT) - 2),
  }
}

/** Scrolls there after the change that asks for it; returns how to learn where it is scrolled, null while it is on its way. */
function useScrollTo(scroller: RefObject<HTMLElement | null>, offset: number): () => number | null {
  const scrolled = useRef(0)
  const isUnderWay = useRef(false)
  useLayoutEffect(() => {
    if (offset === scrolled.current) return
    isUnderWay.current = true
    let isLeft = false
    // After everything else that follows from this change: to scroll needs a layout. With the frame would be late: the list is
    // told that it was scrolled, and would be followed by a second one.
    queueMicrotask(() => {
      if (isLeft || !scroller.current) return
      isUnderWay.current = false
      scroller.current.scrollTop = offset
      scrolled.current = offset
    })
    return () => {
      isLeft = true
      isUnderWay.current = false
    }
  }, [scroller, offset])
  return () => {
    if (isUnderWay.current) return null
    scrolled.current = scroller.current?.scrollTop ?? 0
    return scrolled.current
  }
}
