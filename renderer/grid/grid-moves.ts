import { useRef } from 'react'
import type { Selection } from './grid.tsx'
import { keysBetween, type Line, rowFrom } from './lines.ts'
import { toggled, withAll } from './selection.ts'

/** What can be done in a grid, by key, by click, or from the palette. */
export interface GridMoves {
  step(by: 1 | -1, extend: boolean): void
  page(by: 1 | -1, extend: boolean): void
  edge(which: 'first' | 'last', extend: boolean): void
  press(line: number, how: { readonly extend: boolean; readonly toggle: boolean }): void
  toggle(): void
  selectAll(): void
  open(): void
}

interface Moving<Row> {
  readonly lines: readonly Line<Row>[]
  readonly focused: number | null
  readonly onFocus: (key: string) => void
  readonly onOpen: (row: Row) => void
  readonly selection: Selection | null
  readonly pageLines: () => number
}

export function useGridMoves<Row>(moving: Moving<Row>): GridMoves {
  const anchor = useRef<string | null>(null)
  const { lines, focused, selection } = moving
  const at = (line: number | null) => (line === null ? undefined : lines[line])

  const goTo = (line: number | undefined, extend: boolean) => {
    const target = line === undefined ? undefined : lines[line]
    if (line === undefined || target?.kind !== 'row') return
    moving.onFocus(target.key)
    if (extend) selectTo(line)
    else anchor.current = target.key
  }
  const selectTo = (line: number) => {
    if (!selection) return
    const from = lines.findIndex(({ key }) => key === (anchor.current ?? at(focused)?.key))
    anchor.current ??= at(focused)?.key ?? null
    selection.change(withAll(selection.list, keysBetween(lines, from < 0 ? line : from, line)))
  }
  const toggleLine = (line: number | null) => {
    const target = at(line)
    if (!selection || target?.kind !== 'row') return
    anchor.current = target.key
    selection.change(toggled(selection.list, target.key))
  }
  const jump = (by: number, extend: boolean) => {
    const aim = Math.min(lines.length - 1, Math.max(0, (focused ?? -1) + by))
    const way = by > 0 ? 1 : -1
    goTo(rowFrom(lines, aim, way) ?? rowFrom(lines, aim, way === 1 ? -1 : 1), extend)
  }

  return {
    step: jump,
    page: (by, extend) => jump(by * moving.pageLines(), extend),
    edge: (which, extend) =>
      goTo(which === 'first' ? rowFrom(lines, 0, 1) : rowFrom(lines, lines.length - 1, -1), extend),
    press: (line, { extend, toggle }) => {
      goTo(line, extend)
      if (toggle && !extend) toggleLine(line)
    },
    toggle: () => toggleLine(focused),
    selectAll: () => selection?.change(withAll(selection.list, keysBetween(lines, 0, lines.length - 1))),
    open: () => {
      const target = at(focused)
      if (target?.kind === 'row') moving.onOpen(target.row)
    },
  }
}
