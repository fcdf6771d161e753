import { memo } from 'react'
import { fits } from './fits.ts'
import { cellClass } from './grid-header.tsx'
import type { Line } from './lines.ts'
import type { PlacedColumn } from './use-columns-in-sight.ts'

interface GridLineProps<Row> {
  readonly id: string
  readonly line: Line<Row>
  readonly index: number
  readonly offset: number
  readonly cells: readonly PlacedColumn<Row>[]
  /** The place of the first cell after those that are left out. */
  readonly resumed: number | null
  /** How many columns there are, with that of the checks. */
  readonly span: number
  readonly focused: boolean
  /** Null: cannot be selected. */
  readonly selected: boolean | null
  readonly intended: boolean
}

function GridLineOf<Row>(props: GridLineProps<Row>) {
  const { id, line, index, offset, cells, resumed, span, selected } = props
  const place = (element: HTMLElement | null) =>
    element?.style.setProperty('inset-block-start', `${offset}px`)
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
      {cells.map(({ column, place: at, width }) => {
        const content = column.cell(line.row, width)
        return (
          <div
            key={column.id}
            className={`${cellClass(column, at)}${at === resumed ? ' grid-resumed' : ''}${fits(content, width) ? '' : ' grid-cut'}`}
            role="gridcell"
            aria-colindex={at + (selected === null ? 1 : 2)}
          >
            {content}
          </div>
        )
      })}
    </div>
  )
}

function rowClass<Row>({ focused, selected, intended }: GridLineProps<Row>): string {
  return `grid-row${focused ? ' grid-focused' : ''}${selected ? ' grid-selected' : ''}${intended ? ' grid-intended' : ''}`
}

/** One line; drawn again only when something of it is otherwise. */
export const GridLine = memo(GridLineOf) as typeof GridLineOf
