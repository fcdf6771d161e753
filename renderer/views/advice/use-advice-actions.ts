import { useMemo } from 'react'
import type { AdviceId } from '../../../shared/domain/advice.ts'
import type { IncidentId } from '../../../shared/domain/ids.ts'
import { groupOfRow } from '../../../shared/queries/row-key.ts'
import type { CommandRequest, Desk, Replica } from '../../desk/desk.ts'
import type { Action } from '../../keyboard/action.ts'
import { type Panel, panelOpened } from '../../store/panel.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { type FoundIncident, findIncident, focusedIncident } from '../incidents/focused-incident.ts'
import { reasonObjection } from '../while-with-aac.ts'
import {
  answerGeneralRequest,
  answerRequest,
  askAdviceRequest,
  askGeneralRequest,
  someWords,
} from './advice-forms.ts'
import { findAdvice } from './focused-advice.ts'

/** Asking for advice, and answering what the focused row asks; what cannot be answered goes on (ADV-1 to ADV-3). */
export function useAdviceActions(desk: Desk, revision: string): readonly Action[] {
  const focused = useDeskState(state => state.list.focused)
  const dispatch = useDeskDispatch()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for all that the replica holds.
  return useMemo(
    () => actionsOn(focused, desk, panel => void dispatch(panelOpened(panel))),
    [focused, dispatch, desk, revision],
  )
}

// Any id will do to ask whether it could be asked.
const someAdvice = '00000000-0000-7000-8000-000000000000' as AdviceId

function actionsOn(focused: string | null, desk: Desk, open: (panel: Panel) => void): readonly Action[] {
  const { replica } = desk
  const why = (request: CommandRequest) => reasonObjection(desk, request).objection
  const group = focused === null ? undefined : replica.caseGroup(groupOfRow(focused))
  const found = findAdvice(focused, replica)
  const about = focusedIncident(focused, replica)
  const own = about?.own?.incident
  const waiting = found && waitingFor(found, replica)
  const general = why(askGeneralRequest(someAdvice, someWords))
  return [
    act('ask-advice', 'Ask for advice', 'U', whyNotAsk(), () => {
      if (group) open({ kind: 'ask-advice', group: group.id, ...sentToAdvice(about) })
      else if (own) open({ kind: 'ask-advice', group: null, incident: own.id })
    }),
    act('ask-general-advice', 'Ask for advice without a case', null, general, () =>
      open({ kind: 'ask-advice', group: null }),
    ),
    {
      ...act('answer-advice', 'Answer', 'Z', whyNotAnswer(), () => {
        if (focused !== null) open({ kind: 'answer-advice', row: focused })
      }),
      fullName: 'Answer the request for advice',
    },
    act(
      'incident-from-advice',
      waiting ? 'Go on with its incident' : 'Raise an incident with it',
      null,
      whyNotGoOn(),
      () => {
        if (found) open(waiting ?? incidentFrom(found))
      },
    ),
  ]

  function whyNotAsk(): string | null {
    if (group) return why(askAdviceRequest(group, { raisedAgainst: group.payingParent, ...someWords }))
    return own ? general : 'Choose a case group first.'
  }

  function whyNotAnswer(): string | null {
    if (!found) return 'Go to a request for advice first.'
    return found.kind === 'case'
      ? why(answerRequest(found.group, found.request, someWords))
      : why(answerGeneralRequest(found.request.id, someWords))
  }

  function whyNotGoOn(): string | null {
    return found?.advice.answer?.unanswerable
      ? null
      : 'Only what Advice and Guidance cannot answer goes on to an incident.'
  }
}

/** On the row of an incident the question is that one's. */
const sentToAdvice = (about: FoundIncident | undefined): { readonly incident?: IncidentId } =>
  about?.incident.state === 'with-advice' ? { incident: about.incident.id } : {}

/** The incident for which it was asked, and which it goes on with (ADV-3). */
function waitingFor(found: Found, replica: Replica): Panel | undefined {
  const group = found.kind === 'case' ? found.group.id : null
  const { incident: id } = found.advice
  if (id === null || findIncident(replica, group, id)?.incident.state !== 'with-advice') return undefined
  return { kind: 'incident-step', step: 'return-from-advice', group, incident: id }
}

type Found = NonNullable<ReturnType<typeof findAdvice>>

function incidentFrom(found: Found): Panel {
  return found.kind === 'case'
    ? { kind: 'raise-incident', group: found.group.id, request: found.request.number, because: null }
    : { kind: 'raise-incident', group: null, request: null, because: null, advice: found.request.id }
}

const act = (
  id: string,
  name: string,
  key: string | null,
  whyNot: string | null,
  run: () => void,
): Action => ({
  id,
  name,
  keys: key === null ? [] : [key],
  section: 'Do',
  whyNot,
  run,
})
