import type { ReactNode } from 'react'
import type { Column } from './column.ts'
import type { Line } from './lines.ts'

/** A list as it is displayed, to be carried elsewhere: to a file, or to paper. */
export interface ListOnShow {
  /** `Orphans in Maintenance North West 3: 41`. */
  readonly label: string
  readonly columns: readonly Pick<Column<never>, 'id' | 'title' | 'align'>[]
  readonly rows: readonly RowOnShow[]
  /** Whether these are the selected rows only. */
  readonly selected: boolean
}

export interface RowOnShow {
  readonly key: string
  /** The heading it stands under; null: the list has none. */
  readonly heading: string | null
  /** Made when asked for: a list may be long. */
  readonly cells: () => readonly ReactNode[]
}

/** The rows of a grid in its order; where some of them are selected, those only. */
export function listOnShow<Row>(
  label: string,
  columns: readonly Column<Row>[],
  lines: readonly Line<Row>[],
  selected: ReadonlySet<string>,
): ListOnShow {
  const narrowed = lines.some(({ kind, key }) => kind === 'row' && selected.has(key))
  const rows: RowOnShow[] = []
  let heading: string | null = null
  for (const line of lines) {
    if (line.kind === 'heading') heading = line.title
    else if (!narrowed || selected.has(line.key))
      rows.push({ key: line.key, heading, cells: () => cellsOf(line.row, columns) })
  }
  return { label, columns, rows, selected: narrowed }
}

const cellsOf = <Row>(row: Row, columns: readonly Column<Row>[]) => columns.map(({ cell }) => cell(row))
