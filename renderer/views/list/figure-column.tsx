import type { Column } from '../../grid/column.ts'
import { countCell } from './cells.tsx'

/** The names of what is counted of a row. */
type FigureOf<Row> = { [Key in keyof Row]: Row[Key] extends number ? Key : never }[keyof Row] & string

/** A column of counts, most first when it is sorted. */
export function figureColumn<Row>(id: FigureOf<Row>, title: string, width: number): Column<Row> {
  const of = (row: Row) => row[id] as number
  return {
    id,
    title,
    width,
    align: 'end',
    cell: row => countCell(of(row)),
    sortValue: of,
    firstDirection: 'descending',
  }
}
