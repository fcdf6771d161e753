import { createContext, type Ref, type RefObject, use } from 'react'
import type { GridHandle } from '../grid/grid.tsx'

/** The grid of the view before the person, for keys pressed anywhere. */
export const GridHandleContext = createContext<RefObject<GridHandle | null>>({ current: null })

export function useGridHandle(): Ref<GridHandle> {
  return use(GridHandleContext)
}
