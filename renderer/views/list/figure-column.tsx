import type { Column } from '../../grid/column.ts'
import { countCell } from './cells.tsx'

/** The names of what is counted of a row. */
type FigureOf<Row> = { [Key in keyof Row]: Row[Key] extends number ? Key : never }[keyof Row] & string

/** A column of counts, most first when it is sorted. */
export const figureColumn = <Row,>(id: FigureOf<Row>, title: string, width: number): Column<Row> =>
  countColumn(id, title, width, row => row[id] as number)

/** The same of what is counted for a row and is not among its facts. */
export function countColumn<Row>(
  id: string,
  title: string,
  width: number,
  of: (row: Row) => number,
): Column<Row> {
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
