/** A line that is drawn. What scrolls out leaves its element, by its slot, to what scrolls in. */
export interface LineInSight {
  readonly index: number
  readonly slot: number
}

const OVERSCAN = 4

/** How many lines are drawn in so many pixels: also those that are half in sight, and a few more either side. */
export function lineCount(height: number, lineHeight: number): number {
  return Math.ceil(height / lineHeight) + 1 + 2 * OVERSCAN
}

/**
 * The lines to draw where `first` is the uppermost in sight, always as many of them as there can be, and the
 * focused one wherever it is: `aria-activedescendant` must name an element.
 */
export function linesInSight(
  first: number,
  most: number,
  count: number,
  focused: number | null,
): readonly LineInSight[] {
  const from = Math.max(0, Math.min(first - OVERSCAN, count - most))
  const to = Math.min(count, from + most)
  const lines: LineInSight[] = []
  for (let index = from; index < to; index++) lines.push({ index, slot: index % most })
  if (focused === null || focused >= count) return lines
  if (focused < from) return [{ index: focused, slot: most }, ...lines]
  return focused >= to ? [...lines, { index: focused, slot: most }] : lines
}
