import { useRouterState } from '@tanstack/react-router'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { assertNever } from '../../shared/domain/assert-never.ts'
import type { Desk, Replica } from '../desk/desk.ts'
import type { GridHandle } from '../grid/grid.tsx'
import type { ListOnShow } from '../grid/list-on-show.ts'
import type { Receipt } from '../store/panel.ts'
import { type DeskState, useDeskStore } from '../store/store.ts'
import { groupOf, incidentOf, type PrintRecord, recordBefore } from './record-before-one.ts'

/** What goes to paper. */
export type PrintSubject =
  | PrintRecord
  | { readonly kind: 'list'; readonly list: ListOnShow }
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  /** Never the desk around it. */
  | { readonly kind: 'nothing' }

export type PrintWanted = 'list' | 'case-group' | 'incident' | 'record' | 'what-is-before-one'

export interface Printing {
  /** Null but while it is printed. */
  readonly subject: PrintSubject | null
  readonly print: (wanted: PrintWanted) => void
  /** Lays out for paper what is before the person for as long as the work takes. */
  readonly whileOnPaper: (work: () => Promise<unknown>) => Promise<void>
}

/**
 * Makes the paper when the browser is about to print, whoever asked it: the key, its own menu or a program. Nothing of it
 * is there otherwise.
 */
export function usePrinting({ replica }: Desk, grid: RefObject<GridHandle | null>): Printing {
  const store = useDeskStore()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const wanted = useRef<PrintWanted>('what-is-before-one')
  const [subject, setSubject] = useState<PrintSubject | null>(null)
  const held = useRef(false)
  const lay = useCallback(
    (kind: PrintWanted) => {
      const before = { state: store.getState(), path, replica, grid: grid.current }
      flushSync(() => setSubject(subjectOf(kind, before) ?? { kind: 'nothing' }))
    },
    [store, path, replica, grid],
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
      lay('what-is-before-one')
      held.current = true
      try {
        await work()
      } finally {
        held.current = false
        setSubject(null)
      }
    },
    [lay],
  )
  return { subject, print, whileOnPaper }
}

interface Before {
  readonly state: DeskState
  readonly path: string
  readonly replica: Replica
  readonly grid: GridHandle | null
}

/** The open receipt; the opened case group, or the record whose explanation one is in; or else the list. */
function subjectOf(wanted: PrintWanted, { state, path, replica, grid }: Before): PrintSubject | null {
  const { focused } = state.list
  const { panel } = state.panel
  const list: PrintSubject | null = grid && { kind: 'list', list: grid.onShow() }
  switch (wanted) {
    case 'list':
      return list
    case 'case-group':
      return groupOf(focused, replica)
    case 'incident':
      return incidentOf(focused, replica)
    case 'record':
      return recordBefore(focused, path, replica)
    case 'what-is-before-one':
      if (panel.kind === 'receipt') return { kind: 'receipt', receipt: panel.receipt }
      if (path === '/case-group') return groupOf(focused, replica)
      return (isInPane() ? recordBefore(focused, path, replica) : null) ?? list
    default:
      return assertNever(wanted)
  }
}

const isInPane = () => Boolean(document.activeElement?.closest('#pane'))
