import { type Ref, type RefObject, useId, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import { type Column, type Sort, tracksOf } from './column.ts'
import { lineOf, moveByClick, moveByKey } from './grid-events.ts'
import { GridHeader } from './grid-header.tsx'
import { GridLine } from './grid-line.tsx'
import { type GridMoves, useGridMoves } from './grid-moves.ts'
import type { Line } from './lines.ts'
import { type ListOnShow, listOnShow } from './list-on-show.ts'
import { LINE_HEIGHT, useLinesInSight } from './use-lines-in-sight.ts'

/** What the keyboard can ask of a grid from anywhere. */
export interface GridHandle extends GridMoves {
  focus(): void
  /** What is displayed: the selected rows, or else all. */
  onShow(): ListOnShow
}

export interface Selection {
  readonly keys: ReadonlySet<string>
  readonly list: readonly string[]
  readonly change: (keys: readonly string[]) => void
}

interface GridProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly lines: readonly Line<Row>[]
  readonly sort: Sort | null
  readonly onSort: (column: Column<Row>) => void
  readonly focused: number | null
  readonly onFocus: (key: string) => void
  readonly onOpen: (row: Row) => void
  /** Null: nothing in this list can be selected. */
  readonly selection: Selection | null
  readonly isIntended?: (row: Row) => boolean
  readonly handle?: Ref<GridHandle>
}

const checkColumn = { width: 32 }
const nothing: ReadonlySet<string> = new Set()

/** A list of any length: only the lines in sight exist as elements. */
export function Grid<Row>(props: GridProps<Row>) {
  const { columns, lines, focused, selection } = props
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const sight = useLinesInSight(scroller, lines.length, focused)
  const moves = useGridMoves({ ...props, pageLines: sight.pageLines })
  useImperativeHandle(props.handle, () => ({
    ...moves,
    focus: () => scroller.current?.focus(),
    onShow: () => listOnShow(props.label, columns, lines, selection?.keys ?? nothing),
  }))
  const canvas = useTracks(selection ? [checkColumn, ...columns] : columns)
  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      aria-label={props.label}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length + (selection ? 1 : 0)}
      aria-multiselectable={selection ? true : undefined}
      aria-activedescendant={focused === null ? undefined : `${id}${focused}`}
      tabIndex={0}
      onScroll={sight.onScroll}
      onKeyDown={event => moveByKey(event, moves)}
      onClick={event => moveByClick(event, moves)}
      onDoubleClick={event => lineOf(event) !== null && moves.open()}
    >
      <div className="grid-canvas" ref={canvas}>
        <GridHeader
          columns={columns}
          sort={props.sort}
          onSort={props.onSort}
          selectable={selection !== null}
        />
        <GridBody {...props} id={id} inSight={sight.lines} />
      </div>
    </div>
  )
}

interface GridBodyProps<Row> extends GridProps<Row> {
  readonly id: string
  readonly inSight: ReturnType<typeof useLinesInSight>['lines']
}

/** As high as all lines, with those in sight in their places. */
function GridBody<Row>({ id, inSight, columns, lines, focused, selection, isIntended }: GridBodyProps<Row>) {
  return (
    <div
      className="grid-body"
      role="rowgroup"
      ref={element => element?.style.setProperty('height', `${lines.length * LINE_HEIGHT}px`)}
    >
      {inSight.map(({ index, slot }) => {
        const line = lines[index]
        return line ? (
          <GridLine
            key={slot}
            id={`${id}${index}`}
            line={line}
            index={index}
            offset={index * LINE_HEIGHT}
            columns={columns}
            focused={index === focused}
            selected={selection ? selection.keys.has(line.key) : null}
            intended={line.kind === 'row' && (isIntended?.(line.row) ?? false)}
          />
        ) : null
      })}
    </div>
  )
}

/** Puts the widths of the columns on an element, only when they are others: the browser works out the style of every cell again. */
function useTracks(columns: Parameters<typeof tracksOf>[0]): RefObject<HTMLDivElement | null> {
  const canvas = useRef<HTMLDivElement>(null)
  const { tracks, least } = tracksOf(columns)
  useLayoutEffect(() => {
    canvas.current?.style.setProperty('--columns', tracks)
    canvas.current?.style.setProperty('--least', least)
  }, [tracks, least])
  return canvas
}
