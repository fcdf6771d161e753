import { useRouterState } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import type { z } from 'zod'
import { incidentOf, raiseIncident } from '../../../shared/commands/raise-incident.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { CommandId, StaffNumber } from '../../../shared/domain/ids.ts'
import { detailFields } from '../../../shared/domain/incident-details.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { detailTitle } from '../../../shared/queries/incident-field-words.ts'
import {
  joinableBy,
  type RelatedIncident,
  relatedIncidents,
} from '../../../shared/queries/related-incidents.ts'
import { incidentKeyOf } from '../../../shared/queries/row-key.ts'
import { FactList } from '../../components/fact-list.tsx'
import type { Desk, Replica } from '../../desk/desk.ts'
import { CommandForm } from '../../forms/command-form.tsx'
import type { FormState } from '../../forms/form-control.tsx'
import type { FormValues } from '../../forms/form-field.ts'
import { rowFocused } from '../../store/list.ts'
import { panelClosed, panelOpened, type RaisedFrom } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { draftPlace } from '../asked-again.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { useRevision } from '../use-replica.ts'
import { useSettled } from '../use-settled.ts'
import { reasonObjection, WHY_WHILE_WITH_AAC } from '../while-with-aac.ts'
import { FirstQuestions } from './first-questions.tsx'
import { isOnToTheForm, raiseFields, raiseInitial } from './raise-incident-fields.ts'
import {
  detailsKnown,
  type Raising,
  raiseIncidentRequest,
  valuesOfRaising,
} from './raise-incident-request.ts'
import { RelatedList } from './related-list.tsx'

/** A problem on its way to the team leader: first where it belongs, then what is wrong and what was tried (INC-1 to INC-4). */
export function RaiseIncidentPanel(from: RaisedFrom) {
  const dispatch = useDeskDispatch()
  const leave = () => void dispatch(panelClosed())
  const settle = useSettled(from.again, leave)
  const goToIt = useGoToRaised()
  const { group, raising, initial, trial } = useRaising(from)
  const related = useRelated(raising.raiser)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anything in it.
    <section className="doing" onKeyDown={({ key }) => key === 'Escape' && leave()}>
      <h2>Raise an incident</h2>
      <AboutWhat group={group} />
      <CommandForm
        place={draftPlace(placeOf(from), from.again)}
        group={group}
        isReady={isOnToTheForm}
        fields={values => raiseFields(values, raising, related(values))}
        initial={initial}
        schema={raiseIncident.args}
        requestOf={values => raiseIncidentRequest(values, raising)}
        submitName="Consult the team leader"
        objection={trial.objection}
        asksReason={trial.asksReason ? WHY_WHILE_WITH_AAC : null}
        onDone={raised => {
          goToIt(raised)
          settle()
        }}
        onBack={leave}
      >
        {form => <Before form={form} raising={raising} />}
      </CommandForm>
    </section>
  )
}

/** In the list of incidents the new one is gone to; in another list one stays where one was. */
function useGoToRaised(): (raised: CommandId) => void {
  const { replica } = useDesk()
  const dispatch = useDeskDispatch()
  const isListed = useRouterState({ select: ({ location }) => location.pathname === '/incidents' })
  return raised => {
    const args = argsOf(replica.outbox(), raised)
    if (isListed && args) dispatch(rowFocused(incidentKeyOf(incidentOf(raised), args.masterCaseNumber)))
  }
}

/** What was begun from elsewhere does not stand in the place of what is known here (SR-3, ACC-6). */
const placeOf = ({ group, request, advice, because }: RaisedFrom): string =>
  [
    'raise-incident',
    group ?? '',
    request ?? advice ?? '',
    ...(because ? [because.kind, because.words] : []),
  ].join('/')

/** What it is raised on, and with what it begins: what is known, what was said before. */
function useRaising(from: RaisedFrom) {
  const desk = useDesk()
  const { index, today, view } = useReadings()
  const group = (from.group && desk.replica.caseGroup(from.group)) || null
  const before = argsOf(desk.replica.outbox(), from.again)
  const initial: FormValues = {
    ...raiseInitial(from, group, unansweredIn(from, group, desk)),
    ...(before && valuesOfRaising(before)),
  }
  const raiser = view.staff.number
  const advice = from.advice ?? before?.advice
  const raising: Raising = { group, raiser, from: initial.serviceRequest ?? '', advice, index, today }
  const trial = reasonObjection(desk, raiseIncidentRequest({ ...initial, ...someRaise(index) }, raising))
  return { group, raising, initial, trial }
}

/** The incidents that are like what is filled in, to join one of them instead. */
function useRelated(raiser: StaffNumber): (values: FormValues) => ReactNode {
  const { replica } = useDesk()
  const dispatch = useDeskDispatch()
  const revision = useRevision(replica, 'case-group', 'organisation', 'outbox', 'incident')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for all that the replica holds.
  const joinable = useMemo(() => joinableOn(replica, raiser), [replica, raiser, revision])
  // Without the words: what is written of one group is no matter of another's (ACC-3).
  const join = ({ group, incident }: RelatedIncident) =>
    void dispatch(
      panelOpened({
        kind: 'incident-step',
        step: 'join-incident',
        group: group?.id ?? null,
        incident: incident.id,
      }),
    )
  return values => <RelatedList related={relatedIncidents(joinable, problemIn(values))} onJoin={join} />
}

function AboutWhat({ group }: { readonly group: CaseGroup | null }) {
  const { view } = useReadings()
  return (
    <p className="note pane-note">
      {group ? (
        <>
          About {group.title} <span className="number">{group.id}</span>. It goes to the leader of its team.
        </>
      ) : (
        `About no case. It goes to ${view.staff.team ? 'your team leader' : 'the leader of the team you choose'}.`
      )}
    </p>
  )
}

/** The advice that it goes on from (ADV-3). */
function unansweredIn({ request, advice }: RaisedFrom, group: CaseGroup | null, { replica }: Desk) {
  const found =
    advice === undefined
      ? group?.serviceRequests.find(({ number }) => number === request)?.here?.advice
      : replica.aggregates('advice-request').get(advice)?.advice
  return found?.answer?.unanswerable ? found : null
}

function Before({ form, raising }: { readonly form: FormState; readonly raising: Raising }) {
  const values = form.watch()
  const known = detailsKnown(values, raising)
  const facts = detailFields.flatMap(field => {
    const answer = known[field]
    return answer && !(field in typed) ? [[detailTitle(field), answer] as const] : []
  })
  return (
    <>
      <FirstQuestions form={form} group={raising.group} />
      {isOnToTheForm(values) && (
        <details>
          <summary>Filled in already: {facts.length} answers that AAC will ask</summary>
          <FactList facts={facts} />
        </details>
      )}
    </>
  )
}

const joinableOn = (replica: Replica, person: StaffNumber) =>
  joinableBy(person, replica.caseGroups().values(), replica.aggregates('incident').values())

const typed = { errorMessage: '', procedure: '', procedureStep: '' }

const problemIn = ({
  errorMessage = '',
  procedure = '',
  procedureStep = '',
  description = '',
}: FormValues) => ({
  errorMessage,
  procedure,
  procedureStep,
  description,
})

/** Whether it could be raised at all is asked as if it were filled in. */
const someRaise = ({ teams }: OrganisationIndex): FormValues => ({
  team: teams.keys().next().value ?? '',
  description: 'To be written',
  wordsSearched: 'To be written',
  raisedBefore: 'no',
  colleagueAsked: 'To be written',
  reductionAdviceRead: 'yes',
})

type RaiseArgs = z.output<typeof raiseIncident.args>

/** Of a command that is in the outbox: the refused one that is asked again, or the one that was just stored. */
function argsOf(
  outbox: ReturnType<ReturnType<typeof useDesk>['replica']['outbox']>,
  command: RaisedFrom['again'],
): RaiseArgs | undefined {
  const entry = command && outbox.find(({ envelope }) => envelope.id === command)
  return entry ? (entry.envelope.args as RaiseArgs) : undefined
}
