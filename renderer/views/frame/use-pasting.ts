import { useNavigate, useRouterState } from '@tanstack/react-router'
import type { ClipboardEvent } from 'react'
import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import { findPasted, type PastedFound, pastedLines } from '../../../shared/queries/pasted-list.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { listNarrowed, rowsSelected, searchTyped } from '../../store/list.ts'
import { useDeskDispatch } from '../../store/store.ts'
import type { ViewId } from '../list/list-view.ts'
import { viewsFor } from '../views.ts'

/** The lists of what is on case groups. */
const listsOfGroups: ReadonlySet<ViewId> = new Set<ViewId>([
  'case-groups',
  'requests',
  'orphans',
  'locks',
  'queue',
  'incidents',
  'advice',
  'deadlines',
  'returns',
  'allocation-drift',
  'differences',
])

/** What is pasted as a list is no word to look for: the list shows what the numbers in it are. */
export function usePasting(readings: Readings | undefined): (event: ClipboardEvent) => void {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const dispatch = useDeskDispatch()
  const navigate = useNavigate()
  return event => {
    const lines = pastedLines(event.clipboardData.getData('text'))
    const groups = readings?.caseload.groups ?? []
    if (!lines || !readings || groups.length === 0) return
    const list = listFor(path, readings)
    if (list === undefined) return
    event.preventDefault()
    const found = findPasted(lines, groups)
    dispatch(searchTyped(''))
    dispatch(rowsSelected([]))
    dispatch(listNarrowed({ words: wordsFor(found), groups: found.groups, pasted: found }))
    if (path !== `/${list}`) void navigate({ to: `/${list}` })
  }
}

/** The list that is open, or else the one with the most in it. */
function listFor(path: string, readings: Readings): ViewId | undefined {
  const lists = viewsFor(readings).filter(({ id }) => listsOfGroups.has(id))
  const open = lists.find(({ id }) => path === `/${id}`)
  const widest = lists.find(({ id }) => id === 'case-groups') ?? lists.find(({ id }) => id === 'requests')
  return (open ?? widest)?.id
}

function wordsFor({ lines, missing, groups }: PastedFound): string {
  const found = numberWords(lines - missing.length)
  return `${found} of ${counted(lines, 'pasted number')}, ${counted(groups.length, 'case group')}`
}
