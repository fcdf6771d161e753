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
  /** On offer, and shown when somebody wants it. */
  readonly leftOutAtFirst?: boolean
  /** `width`: how wide the column is drawn; without one there is room for everything, as on paper and in a file. */
  readonly cell: (row: Row, width?: number) => ReactNode
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

/** How wide each is in so much room: as the browser shares out what is left among those that grow. */
export function widthsIn(
  columns: readonly Pick<Column<never>, 'width' | 'grow'>[],
  room: number,
): readonly number[] {
  let growing = columns.filter(({ grow }) => grow)
  let share = 0
  for (let before = -1; before !== growing.length; ) {
    before = growing.length
    const fixed = columns.filter(column => !growing.includes(column))
    const left = fixed.reduce((rest, { width }) => rest - width, room)
    share =
      left /
      Math.max(
        1,
        growing.reduce((sum, { grow = 0 }) => sum + grow, 0),
      )
    growing = growing.filter(({ width, grow = 0 }) => grow * share >= width)
  }
  return columns.map(column => (growing.includes(column) ? (column.grow ?? 0) * share : column.width))
}
