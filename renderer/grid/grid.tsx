import { type Ref, type RefObject, useId, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import { type Column, type Sort, tracksOf } from './column.ts'
import { lineOf, moveByClick, moveByKey } from './grid-events.ts'
import { GridHeader } from './grid-header.tsx'
import { GridLine } from './grid-line.tsx'
import { type GridMoves, useGridMoves } from './grid-moves.ts'
import type { Line } from './lines.ts'
import { type ListOnShow, listOnShow } from './list-on-show.ts'
import { LINE_HEIGHT } from './standing.ts'
import { useColumnsInSight } from './use-columns-in-sight.ts'
import { useCutTitle } from './use-cut-title.ts'
import { useLinesBeyond } from './use-lines-beyond.ts'
import { useLinesInSight } from './use-lines-in-sight.ts'
import { useSize } from './use-size.ts'

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

/** A list of any length: only the lines in sight exist as elements, with the cells in sight. */
export function Grid<Row>(props: GridProps<Row>) {
  const { columns, lines, focused, selection } = props
  const { id, scroller, canvas, checks, sight, across, moves, cutTitle } = useGrid(props)
  return (
    <div
      ref={scroller}
      className={across.isAside ? 'grid grid-aside' : 'grid'}
      role="grid"
      aria-label={props.label}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length + checks.length}
      aria-multiselectable={selection ? true : undefined}
      aria-activedescendant={focused === null ? undefined : `${id}${focused}`}
      tabIndex={0}
      onScroll={() => {
        sight.onScroll()
        across.onScroll()
      }}
      onKeyDown={event => moveByKey(event, moves)}
      {...cutTitle}
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
        <GridBody {...props} id={id} inSight={sight.lines} across={across} />
      </div>
    </div>
  )
}

/** What of the list is in sight, how one moves in it, and what others may ask of it. */
function useGrid<Row>(props: GridProps<Row>) {
  const { columns, lines, focused, selection } = props
  const scroller = useRef<HTMLDivElement>(null)
  const size = useSize(scroller)
  const sight = useLinesInSight(scroller, size.height, lines.length, focused)
  const checks = selection ? [checkColumn] : []
  const across = useColumnsInSight(scroller, columns, checks, size.width)
  const moves = useGridMoves({ ...props, pageLines: sight.pageLines })
  useImperativeHandle(props.handle, () => ({
    ...moves,
    focus: () => scroller.current?.focus(),
    onShow: () => listOnShow(props.label, columns, lines, selection?.keys ?? nothing),
  }))
  const canvas = useTracks([...checks, ...columns], across.resumed && checks.length + across.resumed)
  return { id: useId(), scroller, canvas, checks, sight, across, moves, cutTitle: useCutTitle() }
}

interface GridBodyProps<Row> extends GridProps<Row> {
  readonly id: string
  readonly inSight: ReturnType<typeof useLinesInSight>['lines']
  readonly across: ReturnType<typeof useColumnsInSight<Row>>
}

/** As high as all lines, with those in sight in their places. */
function GridBody<Row>(props: GridBodyProps<Row>) {
  const { id, inSight, across, columns, lines, focused, selection, isIntended } = props
  const beyond = useLinesBeyond(lines)
  return (
    <div
      className="grid-body"
      role="rowgroup"
      ref={element => element?.style.setProperty('height', `${lines.length * LINE_HEIGHT}px`)}
    >
      {inSight.map(({ index, slot, isBeyond }) => {
        const line = (isBeyond ? beyond : lines)[index]
        return line ? (
          <GridLine
            key={slot}
            id={`${id}${index}`}
            line={line}
            index={index}
            offset={index * LINE_HEIGHT}
            cells={across.columns}
            resumed={across.resumed}
            span={columns.length + (selection ? 1 : 0)}
            focused={index === focused}
            selected={selection ? selection.keys.has(line.key) : null}
            intended={line.kind === 'row' && (isIntended?.(line.row) ?? false)}
          />
        ) : null
      })}
    </div>
  )
}

/**
 * Puts on an element what places its columns: their widths, and after how many the first one follows those left out.
 * Only what is otherwise: the browser works out the style of every cell again.
 */
function useTracks(
  columns: Parameters<typeof tracksOf>[0],
  left: number | null,
): RefObject<HTMLDivElement | null> {
  const canvas = useRef<HTMLDivElement>(null)
  const { tracks, least } = tracksOf(columns)
  useLayoutEffect(() => {
    canvas.current?.style.setProperty('--columns', tracks)
    canvas.current?.style.setProperty('--least', least)
  }, [tracks, least])
  useLayoutEffect(() => {
    canvas.current?.style.setProperty('--resumed', left === null ? 'auto' : `${left + 1}`)
  }, [left])
  return canvas
}
