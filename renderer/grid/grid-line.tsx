import { memo } from 'react'
import type { Column } from './column.ts'
import { cellClass } from './grid-header.tsx'
import type { Line } from './lines.ts'

interface GridLineProps<Row> {
  readonly id: string
  readonly line: Line<Row>
  readonly index: number
  readonly offset: number
  readonly columns: readonly Column<Row>[]
  readonly focused: boolean
  /** Null: cannot be selected. */
  readonly selected: boolean | null
  readonly intended: boolean
}

function GridLineOf<Row>(props: GridLineProps<Row>) {
  const { id, line, index, offset, columns, selected } = props
  const place = (element: HTMLElement | null) =>
    element?.style.setProperty('inset-block-start', `${offset}px`)
  const span = columns.length + (selected === null ? 0 : 1)
  if (line.kind === 'heading') {
    return (
      <div id={id} ref={place} className="grid-row grid-heading" role="row" aria-rowindex={index + 2}>
        <div
          className={`grid-cell${line.alarming ? ' grid-alarming' : ''}`}
          role="gridcell"
          aria-colindex={1}
          aria-colspan={span}
        >
          {line.title}
        </div>
      </div>
    )
  }
  return (
    <div
      id={id}
      ref={place}
      className={rowClass(props)}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected ?? undefined}
      data-line={index}
    >
      {selected !== null && (
        <div className="grid-cell grid-check" role="gridcell" aria-colindex={1}>
          <span className="check" data-checked={selected} aria-hidden="true" />
        </div>
      )}
      {columns.map((column, at) => (
        <div
          key={column.id}
          className={cellClass(column, at)}
          role="gridcell"
          aria-colindex={at + (selected === null ? 1 : 2)}
        >
          {column.cell(line.row)}
        </div>
      ))}
    </div>
  )
}

function rowClass<Row>({ focused, selected, intended }: GridLineProps<Row>): string {
  return `grid-row${focused ? ' grid-focused' : ''}${selected ? ' grid-selected' : ''}${intended ? ' grid-intended' : ''}`
}

/** One line; drawn again only when something of it is otherwise. */
export const GridLine = memo(GridLineOf) as typeof GridLineOf
