import type { ReactNode } from 'react'

/** A column of a list. */
export interface Column<Row> {
  readonly id: string
  readonly title: string
  /** In pixels; the least where it grows. */
  readonly width: number
  /** Its share of the room that is left. */
  readonly grow?: number
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

/** The tracks of CSS grid, and the least width that all columns take. */
export function tracksOf(columns: readonly Pick<Column<never>, 'width' | 'grow'>[]) {
  const tracks = columns.map(({ width, grow }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`))
  const least = columns.reduce((sum, { width }) => sum + width, 0)
  return { tracks: tracks.join(' '), least: `${least}px` }
}
