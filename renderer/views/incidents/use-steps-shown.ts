import { useMemo } from 'react'
import { stepsFrom } from '../../../shared/domain/incident-steps.ts'
import { useDeskState } from '../../store/store.ts'
import { useDesk } from '../desk-context.ts'
import { useRevision } from '../use-replica.ts'
import { focusedIncident } from './focused-incident.ts'

/** The actions that a list of incidents offers: a new one, and the steps that are open in the state of the focused one (INC-14). */
export function useStepsShown(): readonly string[] {
  const { replica } = useDesk()
  const focused = useDeskState(state => state.list.focused)
  useRevision(replica, 'case-group', 'incident', 'outbox')
  const state = focusedIncident(focused, replica)?.incident.state
  return useMemo(() => [...(state ? stepsFrom(state) : []), 'raise-incident'], [state])
}
