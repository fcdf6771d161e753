import { useRouterState } from '@tanstack/react-router'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { IncidentId, MasterCaseNumber } from '../../shared/domain/ids.ts'
import { groupOfRow, itemOfRow } from '../../shared/queries/row-key.ts'
import type { GridHandle } from '../grid/grid.tsx'
import type { ListOnShow } from '../grid/list-on-show.ts'
import type { Receipt } from '../store/panel.ts'
import { type DeskState, useDeskStore } from '../store/store.ts'

/** What goes to paper. */
export type PrintSubject =
  | { readonly kind: 'list'; readonly list: ListOnShow }
  | { readonly kind: 'case-group'; readonly id: MasterCaseNumber }
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'incident'; readonly id: IncidentId; readonly group: MasterCaseNumber | null }

export type PrintWanted = PrintSubject['kind'] | 'what-is-before-one'

export interface Printing {
  /** Null but while it is printed. */
  readonly subject: PrintSubject | null
  readonly print: (wanted: PrintWanted) => void
  /** Lays out for paper what is before the person for as long as the work takes; false where there is nothing. */
  readonly whileOnPaper: (work: () => Promise<unknown>) => Promise<boolean>
}

/**
 * Makes the paper when the browser is about to print, whoever asked it: the key, its own menu or a program. Nothing of it
 * is there otherwise.
 */
export function usePrinting(grid: RefObject<GridHandle | null>): Printing {
  const store = useDeskStore()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const wanted = useRef<PrintWanted>('what-is-before-one')
  const [subject, setSubject] = useState<PrintSubject | null>(null)
  const held = useRef(false)
  const lay = useCallback(
    (kind: PrintWanted) => {
      const found = subjectOf(kind, store.getState(), path, grid.current)
      flushSync(() => setSubject(found))
      return found !== null
    },
    [store, path, grid],
  )
  useEffect(() => {
    const before = () => {
      if (!held.current) lay(wanted.current)
      wanted.current = 'what-is-before-one'
    }
    const after = () => {
      if (!held.current) setSubject(null)
    }
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [lay])
  const print = useCallback((kind: PrintWanted) => {
    wanted.current = kind
    window.print()
  }, [])
  // A program that makes a PDF may tell the page so or not.
  const whileOnPaper = useCallback(
    async (work: () => Promise<unknown>) => {
      if (!lay('what-is-before-one')) return false
      held.current = true
      try {
        await work()
      } finally {
        held.current = false
        setSubject(null)
      }
      return true
    },
    [lay],
  )
  return { subject, print, whileOnPaper }
}

/** The open receipt; the opened case group, or the one whose explanation one is in; or else the list. */
function subjectOf(
  wanted: PrintWanted,
  { list, panel }: DeskState,
  path: string,
  grid: GridHandle | null,
): PrintSubject | null {
  const group: PrintSubject | null =
    list.focused === null ? null : { kind: 'case-group', id: groupOfRow(list.focused) }
  const incident = incidentOf(list.focused)
  const inPane = document.activeElement?.closest('#pane') !== null
  if (wanted === 'case-group') return group
  if (wanted === 'incident') return incident
  if (wanted !== 'list' && panel.panel.kind === 'receipt')
    return { kind: 'receipt', receipt: panel.panel.receipt }
  if (wanted !== 'list' && inPane && incident) return incident
  if (wanted !== 'list' && (path === '/case-group' || inPane)) return group
  return grid ? { kind: 'list', list: grid.onShow() } : group
}

function incidentOf(focused: string | null): PrintSubject | null {
  const item = focused === null ? null : itemOfRow(focused)
  if (focused === null || item?.kind !== 'incident') return null
  return { kind: 'incident', id: item.id, group: groupOfRow(focused) || null }
}
