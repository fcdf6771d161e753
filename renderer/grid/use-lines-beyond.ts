import { useEffect, useState } from 'react'
import type { Line } from './lines.ts'

// In milliseconds: by then it is drawn though the browser never rests.
const LATEST = 200

/**
 * The lines of which those beyond the window are drawn: what they were until those in the window are on the screen, then,
 * at rest, what they have become. A quarter of what is drawn is seen by nobody and need not hold up the rest.
 */
export function useLinesBeyond<Row>(lines: readonly Line<Row>[]): readonly Line<Row>[] {
  const [drawn, setDrawn] = useState(lines)
  useEffect(() => {
    if (drawn === lines) return
    let rest = 0
    const frame = requestAnimationFrame(() => {
      rest = requestIdleCallback(() => setDrawn(lines), { timeout: LATEST })
    })
    return () => {
      cancelAnimationFrame(frame)
      cancelIdleCallback(rest)
    }
  }, [drawn, lines])
  return drawn
}
