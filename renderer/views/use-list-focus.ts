import { use, useEffect } from 'react'
import { GridHandleContext } from '../keyboard/grid-handle.ts'
import { toList } from './to-list.ts'

/** Whoever goes to a list is in it at once, so that Enter opens the row that is explained. */
export function useListFocus(): void {
  const grid = use(GridHandleContext)
  useEffect(() => toList(grid), [grid])
}
