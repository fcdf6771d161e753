import { useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { ListExport } from '../export/use-exporting.ts'
import { useDeskState } from '../store/store.ts'
import { useToday } from '../views/use-replica.ts'
import type { DeskView } from '../views/views.ts'
import type { Action } from './action.ts'

/** What is before the person, carried out of the desk: to a file. */
export function useCarryingActions({ begin }: ListExport, views: readonly DeskView[]): readonly Action[] {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const selected = useDeskState(state => state.list.selected.length)
  const today = useToday()
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
    ]
  }, [path, selected, today, begin, views])
}
