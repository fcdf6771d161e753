import { useEffect, useState } from 'react'
import type { Line } from './lines.ts'

// In milliseconds without another list.
const REST = 100

/**
 * The lines of which those beyond the window are drawn: what they were, and once the list has come to rest what they have
 * become. A quarter of what is drawn is seen by nobody, and holds up neither the rest nor the next key.
 */
export function useLinesBeyond<Row>(lines: readonly Line<Row>[]): readonly Line<Row>[] {
  const [drawn, setDrawn] = useState(lines)
  useEffect(() => {
    if (drawn === lines) return
    const resting = setTimeout(() => setDrawn(lines), REST)
    return () => clearTimeout(resting)
  }, [drawn, lines])
  return drawn
}
