import type { RefObject } from 'react'
import type { GridHandle } from '../grid/grid.tsx'

/** Puts the focus into the list, or on its title where nothing is in it: never on the page itself, which says nothing. */
export function toList(grid: RefObject<GridHandle | null>): void {
  if (grid.current) grid.current.focus()
  else toTitle()
}

function toTitle(): void {
  const title = document.getElementById('title')
  if (!title) return
  title.tabIndex = -1
  // One stays where one was on a page that scrolls.
  title.focus({ preventScroll: true })
}
