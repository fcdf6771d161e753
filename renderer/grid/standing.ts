import { slotsOf, windowOf } from './lines-in-sight.ts'

/** In pixels, as `--row` says. */
export const LINE_HEIGHT = 28

/** Where a list stands: how far it is scrolled and how high it is, in pixels, which line had the focus, how many elements it has for lines. */
export interface Standing {
  readonly offset: number
  readonly height: number
  readonly focused: number | null
  readonly slots: number
}

/**
 * With the focused line in sight, where another one has the focus, or where the list lost the height in which it was.
 * The same where nothing is otherwise.
 */
export function standingAfter(before: Standing, height: number, focused: number | null): Standing {
  // Of no height while it is not drawn.
  if (height === 0) return before
  const isMoved = focused !== before.focused
  if (height === before.height && !isMoved) return before
  // Never fewer again: a list that something takes room from for a moment would draw all its lines anew, twice.
  const slots = Math.max(before.slots, slotsOf(windowOf(height, LINE_HEIGHT)))
  const isSought = isMoved || isInSight(before)
  const offset =
    focused !== null && isSought ? offsetThatShows(focused, before.offset, height) : before.offset
  return { offset, height, focused, slots }
}

const isInSight = ({ offset, height, focused }: Standing) =>
  focused !== null && offsetThatShows(focused, offset, height) === offset

/** The least move that brings a line in sight, between the header and the lower edge. */
function offsetThatShows(line: number, offset: number, height: number): number {
  const highest = line * LINE_HEIGHT
  const lowest = highest + 2 * LINE_HEIGHT - height
  return Math.max(0, Math.min(highest, Math.max(lowest, offset)))
}
