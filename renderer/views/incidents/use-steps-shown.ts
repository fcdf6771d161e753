import { useMemo } from 'react'
import { stepsFrom } from '../../../shared/domain/incident-steps.ts'
import { useDeskState } from '../../store/store.ts'
import { useDesk } from '../desk-context.ts'
import { useRevision } from '../use-replica.ts'
import { focusedIncident } from './focused-incident.ts'

// The right pane has them: with them the toolbar would take a second line at some rows, and the list would jump.
const besides: ReadonlySet<string> = new Set(['hand-over-retries', 'join-incident', 'withdraw-incident'])

/** The actions that a list of incidents offers: a new one, and the steps that lead on from the state of the focused one (INC-14). */
export function useStepsShown(): readonly string[] {
  const { replica } = useDesk()
  const focused = useDeskState(state => state.list.focused)
  useRevision(replica, 'case-group', 'incident', 'outbox')
  const state = focusedIncident(focused, replica)?.incident.state
  return useMemo(() => {
    const leadingOn = state ? stepsFrom(state).filter(step => !besides.has(step)) : []
    return [...leadingOn, 'raise-incident']
  }, [state])
}
