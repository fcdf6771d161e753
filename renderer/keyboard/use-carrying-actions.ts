import { useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Desk, Replica } from '../desk/desk.ts'
import { fileNameOf } from '../export/file-name.ts'
import type { ListExport } from '../export/use-exporting.ts'
import { groupOf, incidentOf, recordBefore } from '../print/record-before-one.ts'
import type { Printing } from '../print/use-printing.ts'
import { useDeskState } from '../store/store.ts'
import { useDesktop } from '../views/desktop-context.ts'
import { useAttempt } from '../views/use-attempt.ts'
import { useToday } from '../views/use-replica.ts'
import type { DeskView } from '../views/views.ts'
import type { Action } from './action.ts'

interface Carrying {
  readonly listExport: ListExport
  readonly printing: Omit<Printing, 'subject'>
  readonly views: readonly DeskView[]
  readonly revision: string
}

/** What is before the person, carried out of the desk: to a file, or to paper. */
export function useCarryingActions(
  { replica }: Desk,
  { listExport: { begin }, printing: { print, whileOnPaper }, views, revision }: Carrying,
): readonly Action[] {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const selected = useDeskState(state => state.list.selected.length)
  const records = useRecordActions(replica, path, print, revision)
  const today = useToday()
  const desktop = useDesktop()
  const attempt = useAttempt()
  const savePdf = useMemo(() => {
    if (!desktop) return []
    const save = (name: string) => whileOnPaper(() => desktop.savePdf(`${fileNameOf(name, today)}.pdf`))
    return [
      desk(
        'save-pdf',
        'PDF of what is before me',
        [],
        () => void attempt(async () => void (await save('Team Leader Desk')), 'not-written'),
      ),
    ]
  }, [desktop, attempt, whileOnPaper, today])
  return useMemo(() => {
    const view = views.find(({ id }) => path === `/${id}`)
    return [
      {
        id: 'export-csv',
        name: selected > 0 ? 'CSV of the selected rows' : 'CSV of this list',
        keys: [],
        section: 'In the list' as const,
        whyNot: view ? null : 'Go to a list first.',
        run: () => view && begin(view.name, today),
      },
      ...savePdf,
      desk('print', 'Print what is before me', ['Ctrl+P'], () => print('what-is-before-one')),
      desk('print-list', 'Print this list', [], () => print('list'), view ? null : 'Go to a list first.'),
      ...records,
    ]
  }, [path, selected, today, begin, print, savePdf, records, views])
}

/** What the focused row is about, by itself. */
function useRecordActions(
  replica: Replica,
  path: string,
  print: Printing['print'],
  revision: string,
): readonly Action[] {
  const focused = useDeskState(state => state.list.focused)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for all that the replica holds.
  return useMemo(() => {
    const needs = (found: unknown, first: string) => (found ? null : first)
    const record = recordBefore(focused, path, replica)
    return [
      desk(
        'print-incident',
        'Print the incident record',
        [],
        () => print('incident'),
        needs(incidentOf(focused, replica), 'Go to an incident first.'),
      ),
      desk(
        'print-group',
        'Print the focused case group',
        [],
        () => print('case-group'),
        needs(groupOf(focused, replica), 'Choose a case group first.'),
      ),
      desk(
        'print-record',
        'Print the focused record',
        [],
        () => print('record'),
        needs(record, 'Go to a row that is a record of its own first.'),
      ),
    ]
  }, [replica, path, focused, print, revision])
}

const desk = (
  id: string,
  name: string,
  keys: readonly string[],
  run: () => void,
  whyNot: string | null = null,
): Action => ({ id, name, keys, section: 'Desk', whyNot, run })
