import { useMemo } from 'react'
import type { Desk } from '../../desk/desk.ts'
import type { Action } from '../../keyboard/action.ts'
import { rowsMeant } from '../../store/list.ts'
import { panelOpened } from '../../store/panel.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { recoveryDoings, recoveryName, targetsOf, whyNotRecover } from './recovery-doings.ts'

/** What can be done about the recovery of the selected orphans, or else of the focused one. */
export function useRecoveryActions(desk: Desk, revision: string): readonly Action[] {
  const selected = useDeskState(state => state.list.selected)
  const focused = useDeskState(state => state.list.focused)
  const dispatch = useDeskDispatch()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for all that the replica holds.
  return useMemo(() => {
    const rows = rowsMeant({ selected, focused })
    const targets = targetsOf(rows, desk)
    return recoveryDoings.map(
      (doing): Action => ({
        id: doing.id,
        name: selected.length > 0 ? recoveryName(doing, targets.length) : doing.name,
        fullName: selected.length > 0 ? undefined : doing.fullName,
        keys: [doing.key],
        section: 'Do',
        whyNot: whyNotRecover(doing, targets, desk),
        run: () => void dispatch(panelOpened({ kind: 'recovery', doing: doing.id, rows })),
      }),
    )
  }, [selected, focused, dispatch, desk, revision])
}
