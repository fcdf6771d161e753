import type { Column, Sort } from './column.ts'

interface GridHeaderProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly sort: Sort | null
  readonly onSort: (column: Column<Row>) => void
  readonly selectable: boolean
}

/* A table element cannot hold lines that come and go, so the roles are said here. */
export function GridHeader<Row>({ columns, sort, onSort, selectable }: GridHeaderProps<Row>) {
  return (
    <div className="grid-row grid-header" role="row" aria-rowindex={1}>
      {selectable && (
        <div className="grid-cell grid-check" role="columnheader" aria-colindex={1}>
          <span className="said">Selected</span>
        </div>
      )}
      {columns.map((column, place) => (
        <div
          key={column.id}
          className={cellClass(column, place)}
          role="columnheader"
          aria-colindex={place + (selectable ? 2 : 1)}
          aria-sort={sort?.column === column.id ? sort.direction : undefined}
        >
          {column.sortValue ? (
            <button type="button" className="grid-sort" onClick={() => onSort(column)}>
              {column.title}
              <SortMark sort={sort} column={column.id} />
            </button>
          ) : (
            column.title
          )}
        </div>
      ))}
    </div>
  )
}

function SortMark({ sort, column }: { readonly sort: Sort | null; readonly column: string }) {
  if (sort?.column !== column) return null
  return <span aria-hidden="true">{sort.direction === 'ascending' ? ' ↑' : ' ↓'}</span>
}

/** The first column stays in sight. */
export function cellClass<Row>({ align }: Column<Row>, place: number): string {
  return `grid-cell${place === 0 ? ' grid-first' : ''}${align === 'end' ? ' grid-number' : ''}`
}
