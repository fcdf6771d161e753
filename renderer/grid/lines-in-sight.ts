/** A line that is drawn. What scrolls out leaves its element, by its slot, to what scrolls in. */
export interface LineInSight {
  readonly index: number
  readonly slot: number
  /** Drawn for what comes next, when the list is scrolled: nobody sees it yet. */
  readonly isBeyond: boolean
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
  const seen = most - 2 * OVERSCAN
  const top = Math.max(0, Math.min(first, count - seen))
  const isBeyond = (index: number) => index !== focused && (index < top || index >= top + seen)
  const lines: LineInSight[] = []
  for (let index = from; index < to; index++)
    lines.push({ index, slot: index % most, isBeyond: isBeyond(index) })
  if (focused === null || focused >= count) return lines
  const itself = { index: focused, slot: most, isBeyond: false }
  if (focused < from) return [itself, ...lines]
  return focused >= to ? [...lines, itself] : lines
}
