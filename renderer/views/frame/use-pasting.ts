import { useNavigate, useRouterState } from '@tanstack/react-router'
import type { ClipboardEvent } from 'react'
import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import { findPasted, type PastedLine, pastedLines } from '../../../shared/queries/pasted-list.ts'
import { findPastedRecoveries } from '../../../shared/queries/pasted-recoveries.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { listNarrowed, type Narrowed, rowsSelected, searchTyped } from '../../store/list.ts'
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
    if (!lines || !readings) return
    const list = listFor(path, readings)
    if (list === undefined) return
    event.preventDefault()
    dispatch(searchTyped(''))
    dispatch(rowsSelected([]))
    dispatch(listNarrowed(list === 'recovery' ? recoveriesOf(lines, readings) : groupsOf(lines, readings)))
    if (path !== `/${list}`) void navigate({ to: `/${list}` })
  }
}

/** The list that is open, or else the one with the most in it. */
function listFor(path: string, readings: Readings): ViewId | undefined {
  const isFilled = ({ id }: { readonly id: ViewId }) =>
    id === 'recovery'
      ? readings.recoveries.length > 0
      : listsOfGroups.has(id) && readings.caseload.groups.length > 0
  const lists = viewsFor(readings).filter(isFilled)
  const open = lists.find(({ id }) => path === `/${id}`)
  const widest = (['case-groups', 'requests', 'recovery'] as const).find(id =>
    lists.some(each => each.id === id),
  )
  return open?.id ?? widest
}

function groupsOf(lines: readonly PastedLine[], { caseload }: Readings): Narrowed {
  const pasted = findPasted(lines, caseload.groups)
  const { groups, missing } = pasted
  return { words: wordsFor(lines, missing, counted(groups.length, 'case group')), groups, pasted }
}

function recoveriesOf(lines: readonly PastedLine[], readings: Readings): Narrowed {
  const { recoveries, ...pasted } = findPastedRecoveries(lines, readings.recoveries)
  const words = wordsFor(lines, pasted.missing, counted(recoveries.length, 'request'))
  return { words, groups: pasted.groups, recoveries, pasted }
}

const wordsFor = (lines: readonly PastedLine[], missing: readonly string[], what: string) =>
  `${numberWords(lines.length - missing.length)} of ${counted(lines.length, 'pasted number')}, ${what}`
