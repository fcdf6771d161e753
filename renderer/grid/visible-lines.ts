import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual'

/** The lines in sight, and the focused one wherever it is: `aria-activedescendant` must name an element. */
export function withFocusedLine(range: Range, focused: number | null): number[] {
  const lines = defaultRangeExtractor(range)
  if (focused === null || focused >= range.count || lines.includes(focused)) return lines
  return [...lines, focused].sort((a, b) => a - b)
}
