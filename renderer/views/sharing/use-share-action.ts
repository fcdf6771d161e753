import { useMemo } from 'react'
import { counted } from '../../../shared/queries/date-words.ts'
import { sharersOf } from '../../../shared/queries/fair-shares.ts'
import { groupsToMove, ONLY_ITS_REQUEST } from '../../../shared/queries/groups-to-move.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Action } from '../../keyboard/action.ts'
import { panelOpened } from '../../store/panel.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'

/** Spreading the selected case groups over those who are there (TEAM-1). */
export function useShareAction(desk: Desk, readings: Readings | undefined): Action {
  const selected = useDeskState(state => state.list.selected)
  const dispatch = useDeskDispatch()
  return useMemo(() => {
    const { groups, leftOut } = readings
      ? groupsToMove(selected, desk.replica.caseGroup, readings.index)
      : { groups: [], leftOut: [] }
    return {
      id: 'share-out',
      name: groups.length === 0 ? 'Share out' : `Share out ${counted(groups.length, 'case group')}`,
      keys: ['h'],
      section: 'Do',
      whyNot:
        groups.length === 0 && leftOut.length > 0 ? ONLY_ITS_REQUEST : whyNotShare(groups.length, readings),
      run: () => void dispatch(panelOpened({ kind: 'share', groups, leftOut })),
    }
  }, [selected, dispatch, desk, readings])
}

function whyNotShare(count: number, readings: Readings | undefined): string | null {
  if (!readings || count === 0) return 'Select the case groups to be shared out first.'
  if (readings.view.kind === 'person') return 'Only a team leader or a segment manager shares out work.'
  const { loads, index, today } = readings
  return sharersOf(loads, index, today).length === 0 ? 'No caseworker is there today to have any.' : null
}
