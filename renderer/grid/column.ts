import type { ReactNode } from 'react'

/** A column of a list. */
export interface Column<Row> {
  readonly id: string
  readonly title: string
  /** A width of CSS grid: `84px`, `minmax(180px, 1fr)`. */
  readonly width: string
  readonly align?: 'end'
  readonly cell: (row: Row) => ReactNode
  /** What it is sorted by; without one it cannot be. Null comes last, either way. */
  readonly sortValue?: (row: Row) => string | number | null
  /** The direction of a first click; what is worst or most first. */
  readonly firstDirection?: Direction
}

export type Direction = 'ascending' | 'descending'

export interface Sort {
  readonly column: string
  readonly direction: Direction
}
