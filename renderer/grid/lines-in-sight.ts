/** A line that is drawn. What scrolls out leaves its element, by its slot, to what scrolls in. */
export interface LineInSight {
  readonly index: number
  readonly slot: number
  /** Drawn for what comes next, when the list is scrolled: nobody sees it yet. */
  readonly isBeyond: boolean
}

const OVERSCAN = 4

/** How many lines are in sight in so many pixels: also those that are so half. */
export const windowOf = (height: number, lineHeight: number): number => Math.ceil(height / lineHeight) + 1

/** How many elements there are for lines: a few more than are in sight, either side. */
export const slotsOf = (window: number): number => window + 2 * OVERSCAN

interface Sight {
  /** The uppermost line in sight. */
  readonly first: number
  readonly window: number
  /** At least those of the window. While they are as many, each line keeps its element. */
  readonly slots: number
  /** How many lines the list has. */
  readonly count: number
  readonly focused: number | null
}

/**
 * The lines to draw, always as many of them as there are slots, and the focused one wherever it is:
 * `aria-activedescendant` must name an element.
 */
export function linesInSight({ first, window, slots, count, focused }: Sight): readonly LineInSight[] {
  const from = Math.max(0, Math.min(first - OVERSCAN, count - slots))
  const to = Math.min(count, from + slots)
  const top = Math.max(0, Math.min(first, count - window))
  const isBeyond = (index: number) => index !== focused && (index < top || index >= top + window)
  const lines: LineInSight[] = []
  for (let index = from; index < to; index++)
    lines.push({ index, slot: index % slots, isBeyond: isBeyond(index) })
  if (focused === null || focused >= count) return lines
  const itself = { index: focused, slot: slots, isBeyond: false }
  if (focused < from) return [itself, ...lines]
  return focused >= to ? [...lines, itself] : lines
}
