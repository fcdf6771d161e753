import { useMemo } from 'react'
import { type DetailField, missingDetails } from '../../../shared/domain/incident-details.ts'
import { detailTitle } from '../../../shared/queries/incident-field-words.ts'
import type { Desk } from '../../desk/desk.ts'
import { NEXT_EMPTY } from '../../forms/next-empty.ts'
import type { Action } from '../../keyboard/action.ts'
import { overlayOpened, type Panel, panelOpened } from '../../store/panel.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { type FoundIncident, focusedIncident } from './focused-incident.ts'

const MISSING_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']

export const missingActionId = (place: number) => `missing-${place}`

/**
 * Goes to the field of each answer that the focused incident lacks (INC-6): one key each, as many as there are keys, and
 * one to the first of them, which goes on from each to the next; and one that picks any of them by its name.
 */
export function useMissingActions(
  desk: Desk,
  whyNotComplete: string | null,
  revision: string,
): readonly Action[] {
  const focused = useDeskState(state => state.list.focused)
  const dispatch = useDeskDispatch()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for all that the replica holds.
  return useMemo(() => {
    const found = focusedIncident(focused, desk.replica)
    if (!found) return []
    const { incident } = found
    const missing = missingDetails(incident.details, incident.employment)
    const goingTo = (field: DetailField, said: Pick<Action, 'id' | 'name' | 'keys'>): Action => ({
      ...said,
      section: 'With an incident',
      whyNot: whyNotComplete,
      run: () => void dispatch(panelOpened(completing(found, field))),
    })
    const picking: Action = {
      ...picked,
      section: 'With an incident',
      whyNot: whyNotComplete,
      run: () => void dispatch(overlayOpened('missing')),
    }
    const [first] = missing
    return [
      ...(first ? [goingTo(first, firstMissing), picking] : []),
      ...missing.map((field, place) =>
        goingTo(field, {
          id: missingActionId(place),
          name: `${FILL_IN}${detailTitle(field)}`,
          keys: MISSING_KEYS.slice(place, place + 1),
        }),
      ),
    ]
  }, [focused, dispatch, desk, whyNotComplete, revision])
}

/** With what the name of each begins. */
export const FILL_IN = 'Fill in: '

/** Picks one of them by its name, however many there are. */
export const PICK_MISSING = '='

const picked = { id: 'pick-missing', name: 'Pick one of what is missing', keys: [PICK_MISSING] }

const firstMissing = { id: 'first-missing', name: 'Fill in what is missing', keys: [NEXT_EMPTY] }

const completing = ({ incident, group }: FoundIncident, field: DetailField): Panel => ({
  kind: 'incident-step',
  step: 'complete-details',
  group: group?.id ?? null,
  incident: incident.id,
  field,
})
