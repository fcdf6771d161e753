import { type RefObject, useMemo, useState } from 'react'
import { type Column, widthsIn } from './column.ts'
import { columnsInSight } from './columns-in-sight.ts'

/** A column of which each line draws its cell. */
export interface PlacedColumn<Row> {
  readonly column: Column<Row>
  /** Among all columns. */
  readonly place: number
  /** In pixels, as it is drawn. */
  readonly width: number
}

interface Sight<Row> {
  readonly columns: readonly PlacedColumn<Row>[]
  /** The place of the first one after those that are left out; null: none are, before it. */
  readonly resumed: number | null
  /** Whether the list is scrolled sideways. */
  readonly isAside: boolean
  readonly onScroll: () => void
}

// In pixels: not each of them draws the lines again.
const STEP = 40

/** Follows which columns are in sight: a cell that nobody sees costs as much as one in sight. */
export function useColumnsInSight<Row>(
  scroller: RefObject<HTMLElement | null>,
  columns: readonly Column<Row>[],
  before: readonly Pick<Column<Row>, 'width'>[],
  room: number,
): Sight<Row> {
  const [scrolled, setScrolled] = useState(0)
  const [isAside, setAside] = useState(false)
  const lead = before.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => width)
  const { from, to } = columnsInSight(widths, lead, room, scrolled)
  const placed = useMemo(() => {
    const drawn = widthsIn(columns, room - lead)
    return columns
      .map((column, place) => ({ column, place, width: drawn[place] ?? column.width }))
      .filter(({ place }) => place === 0 || (place >= from && place < to))
  }, [columns, from, to, room, lead])
  return {
    columns: placed,
    resumed: from > 1 ? from : null,
    isAside,
    onScroll() {
      const left = scroller.current?.scrollLeft ?? 0
      setScrolled(Math.floor(left / STEP) * STEP)
      setAside(left > 0)
    },
  }
}
