import { useMemo } from 'react'
import { counted } from '../../../shared/queries/date-words.ts'
import { sharersOf } from '../../../shared/queries/fair-shares.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { groupsOfRows } from '../../../shared/queries/row-key.ts'
import type { Action } from '../../keyboard/action.ts'
import { panelOpened } from '../../store/panel.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'

/** Spreading the selected case groups over those who are there (TEAM-1). */
export function useShareAction(readings: Readings | undefined): Action {
  const selected = useDeskState(state => state.list.selected)
  const dispatch = useDeskDispatch()
  return useMemo(() => {
    const groups = groupsOfRows(selected)
    return {
      id: 'share-out',
      name: groups.length === 0 ? 'Share out' : `Share out ${counted(groups.length, 'case group')}`,
      keys: ['h'],
      section: 'Do',
      whyNot: whyNotShare(groups.length, readings),
      run: () => void dispatch(panelOpened({ kind: 'share', groups })),
    }
  }, [selected, dispatch, readings])
}

function whyNotShare(count: number, readings: Readings | undefined): string | null {
  if (!readings || count === 0) return 'Select the case groups to be shared out first.'
  if (readings.view.kind === 'person') return 'Only a team leader or a segment manager shares out work.'
  const { loads, index, today } = readings
  return sharersOf(loads, index, today).length === 0 ? 'No caseworker is there today to have any.' : null
}
