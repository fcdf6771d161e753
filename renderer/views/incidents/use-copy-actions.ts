import { useMemo } from 'react'
import type { Desk } from '../../desk/desk.ts'
import type { Action } from '../../keyboard/action.ts'
import { copyingEnded } from '../../store/copied.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { useToday } from '../use-replica.ts'
import { focusedIncident } from './focused-incident.ts'
import { type TextOfIncident, textsOfIncident } from './texts-to-copy.ts'

/** Puts each text of the focused incident where it can be pasted from, whatever the pane shows. */
export function useCopyActions(desk: Desk, revision: string): readonly Action[] {
  const focused = useDeskState(state => state.list.focused)
  const dispatch = useDeskDispatch()
  const today = useToday()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for all that the replica holds.
  return useMemo(() => {
    const { replica } = desk
    const found = focusedIncident(focused, replica)
    const index = replica.organisation()
    if (!found || !index) return []
    const copy = ({ title, text }: TextOfIncident) =>
      navigator.clipboard.writeText(text).then(
        () => dispatch(copyingEnded({ what: title, copied: true })),
        () => dispatch(copyingEnded({ what: title, copied: false })),
      )
    const numbers = replica.aggregates('aac-numbers').get('aac-numbers')
    return textsOfIncident(found, { index, today }, numbers).map(each => ({
      id: `copy-${each.id}`,
      name: `Copy: ${each.title}`,
      keys: each.keys,
      section: 'With an incident' as const,
      whyNot: null,
      run: () => void copy(each),
    }))
  }, [focused, dispatch, desk, revision, today])
}
