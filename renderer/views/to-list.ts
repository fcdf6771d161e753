import type { RefObject } from 'react'
import type { GridHandle } from '../grid/grid.tsx'

/** Puts the focus into the list, or on its title where nothing is in it: never on the page itself, which says nothing. */
export function toList(grid: RefObject<GridHandle | null>): void {
  const title = document.getElementById('title')
  if (!grid.current && title) title.tabIndex = -1
  if (grid.current) grid.current.focus()
  // One stays where one was on a page that scrolls.
  else title?.focus({ preventScroll: true })
}
