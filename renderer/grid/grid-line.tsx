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
  const { id, line, index, offset, cells, resumed, selected } = props
  if (line.kind === 'heading') return <HeadingLine {...props} heading={line} />
  return (
    <div
      id={id}
      ref={placedAt(offset)}
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

interface HeadingLineProps<Row> extends Pick<GridLineProps<Row>, 'id' | 'index' | 'offset' | 'span'> {
  readonly heading: Extract<Line<Row>, { kind: 'heading' }>
}

function HeadingLine<Row>({ id, heading, index, offset, span }: HeadingLineProps<Row>) {
  return (
    <div
      id={id}
      ref={placedAt(offset)}
      className="grid-row grid-heading"
      role="row"
      aria-rowindex={index + 2}
    >
      <div
        className={`grid-cell${heading.alarming ? ' grid-alarming' : ''}`}
        role="gridcell"
        aria-colindex={1}
        aria-colspan={span}
      >
        {heading.title}
      </div>
    </div>
  )
}

const placedAt = (offset: number) => (element: HTMLElement | null) =>
  element?.style.setProperty('inset-block-start', `${offset}px`)

function rowClass<Row>({ focused, selected, intended }: GridLineProps<Row>): string {
  return `grid-row${focused ? ' grid-focused' : ''}${selected ? ' grid-selected' : ''}${intended ? ' grid-intended' : ''}`
}

/** One line; drawn again only when something of it is otherwise. */
export const GridLine = memo(GridLineOf) as typeof GridLineOf
