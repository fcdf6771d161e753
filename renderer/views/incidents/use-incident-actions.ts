import { useMemo } from 'react'
import { commandNamed } from '../../../shared/commands/commands.ts'
import { incidentSteps, type StepBy, stepOf, stepsFrom } from '../../../shared/domain/incident-steps.ts'
import { londonDate } from '../../../shared/domain/time.ts'
import { groupOfRow, itemOfRow } from '../../../shared/queries/row-key.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Action } from '../../keyboard/action.ts'
import { type IncidentStep, panelOpened } from '../../store/panel.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { type FoundIncident, focusedIncident } from './focused-incident.ts'
import { stepForms } from './step-forms.ts'
import { aboutStep, whyNotStep } from './step-requests.ts'
import { useCopyActions } from './use-copy-actions.ts'
import { useMissingActions } from './use-missing-actions.ts'

const steps = Object.keys(incidentSteps) as readonly IncidentStep[]
const NO_INCIDENT = 'Go to an incident first.'

/** A new incident, from whatever has the focus, and every step of the focused one. */
export function useIncidentActions(desk: Desk, revision: string): readonly Action[] {
  const focused = useDeskState(state => state.list.focused)
  const dispatch = useDeskDispatch()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for all that the replica holds.
  const own = useMemo(() => {
    const found = focusedIncident(focused, desk.replica)
    const index = desk.replica.organisation()
    const today = londonDate(new Date().toISOString())
    const why = found && index ? askedOf(found, { index, today, desk }) : () => NO_INCIDENT
    const taking = steps.map(
      (step): Action => ({
        id: step,
        name: commandNamed(step)?.label ?? step,
        keys: [stepForms[step].key],
        section: 'With an incident',
        whyNot: why(step),
        run: () => {
          if (!found) return
          const { group, incident } = found
          void dispatch(
            panelOpened({ kind: 'incident-step', step, group: group?.id ?? null, incident: incident.id }),
          )
        },
      }),
    )
    return [raising(focused, desk, panel => void dispatch(panelOpened(panel))), ...taking]
  }, [focused, dispatch, desk, revision])
  const completing = own.find(({ id }) => id === 'complete-details')
  const missing = useMissingActions(desk, completing?.whyNot ?? null, revision)
  const copying = useCopyActions(desk, revision)
  return useMemo(() => [...own, ...missing, ...copying], [own, missing, copying])
}

/** Each step that is open is asked of its command; why one is not, those of the same person say alike (INC-14). */
function askedOf(
  found: FoundIncident,
  at: Parameters<typeof aboutStep>[2],
): (step: IncidentStep) => string | null {
  const ask = (step: IncidentStep) => whyNotStep(step, aboutStep(step, found, at), at.desk)
  const open: ReadonlySet<string> = new Set(stepsFrom(found.incident.state))
  const closed = new Map<StepBy, string | null>()
  return step => {
    if (open.has(step)) return ask(step)
    const { by } = stepOf(step)
    const known = closed.get(by) ?? ask(step)
    closed.set(by, known)
    return known
  }
}

/** From the group of the focused row, or its service request; anybody may raise one (INC-15). */
function raising(
  focused: string | null,
  { replica }: Desk,
  open: (panel: Parameters<typeof panelOpened>[0]) => void,
): Action {
  const group = focused === null ? undefined : replica.caseGroup(groupOfRow(focused))
  const item = focused === null ? null : itemOfRow(focused)
  return {
    id: 'raise-incident',
    name: commandNamed('raise-incident')?.label ?? 'Raise incident',
    keys: ['N'],
    section: 'With an incident',
    whyNot: null,
    run: () =>
      open({
        kind: 'raise-incident',
        group: group?.id ?? null,
        request: item?.kind === 'request' ? item.number : null,
        because: group?.itemErrorStatus ? { kind: 'item-error', words: group.itemErrorStatus } : null,
      }),
  }
}
