import { useMemo, useRef, useState } from 'react'
import type { Findable } from '../../../shared/queries/search.ts'
import { searchWordsOf } from '../../../shared/queries/search.ts'
import type { Column, Sort } from '../../grid/column.ts'
import { type Line, type RowLine, rowLines, underHeadings } from '../../grid/lines.ts'
import { narrowingFilter } from '../../grid/narrowing-filter.ts'
import { sortedOrder } from '../../grid/sorted-order.ts'
import { useDeskState } from '../../store/store.ts'
import { useIdleValue } from '../use-idle-value.ts'
import { type Chosen, facetCounter, passesAll } from './facet.ts'
import type { ListView } from './list-view.ts'

export interface ListRows<Row> {
  readonly lines: readonly Line<Row>[]
  /** Without the headings. */
  readonly found: readonly RowLine<Row>[]
  /** Null: they are not counted yet. */
  readonly counts: ReadonlyMap<string, number> | null
}

/** The rows of a list as sorted, filtered and searched. */
export function useListRows<Row extends Findable>(
  view: ListView<Row>,
  sort: Sort | null,
  chosen: Chosen,
): ListRows<Row> {
  const search = useDeskState(state => state.list.search)
  const [filter] = useState(() => narrowingFilter<Row>())
  const words = useMemo(() => searchWordsOf(search), [search])
  const passes = useMemo(() => passesAll(view.facets, chosen), [view.facets, chosen])
  // What the filters count comes a moment after the rows.
  const [countOf] = useState(() => facetCounter<Row>())
  const rows = useIdleValue(view.rows)
  const counts = useMemo(() => rows && countOf(rows, view.facets), [countOf, rows, view.facets])
  const column = sort ? view.columns.find(({ id }) => id === sort.column) : undefined
  const ordered = useMemo(() => orderOf(view.rows, column, sort), [view.rows, column, sort])
  const { keyOf } = view
  const last = useRef<readonly RowLine<Row>[]>([])
  // Of all rows, so that a key makes no line.
  const all = useMemo(() => {
    last.current = rowLines(ordered, keyOf, last.current)
    return last.current
  }, [ordered, keyOf])
  const found = useMemo(() => filter(all, passes, words), [filter, all, passes, words])
  // Headings divide the list's own order only; another order crosses them.
  const sections = column ? null : view.sections
  const lines = useMemo(() => underHeadings(found, sections), [found, sections])
  return { lines, found, counts }
}

function orderOf<Row>(
  rows: readonly Row[],
  column: Column<Row> | undefined,
  sort: Sort | null,
): readonly Row[] {
  return column && sort ? sortedOrder(rows, column, sort.direction) : rows
}
