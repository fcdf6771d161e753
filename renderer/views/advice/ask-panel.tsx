import { useState } from 'react'
import { askAdvice } from '../../../shared/commands/ask-advice.ts'
import { askGeneralAdvice } from '../../../shared/commands/ask-general-advice.ts'
import { ADVICE_TYPE, type AdviceId } from '../../../shared/domain/advice.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { CommandId, IncidentId, MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { pageEnvironment } from '../../desk/page-environment.ts'
import { uuidV7 } from '../../desk/uuid-v7.ts'
import { CommandForm } from '../../forms/command-form.tsx'
import type { FormState } from '../../forms/form-control.tsx'
import type { FormValues } from '../../forms/form-field.ts'
import { panelClosed } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { draftPlace } from '../asked-again.ts'
import { useDesk } from '../desk-context.ts'
import { RouteNote } from '../requests/route-note.tsx'
import { useSaidBefore } from '../said-before.ts'
import { useRevision } from '../use-replica.ts'
import { useSettled } from '../use-settled.ts'
import { reasonObjection, WHY_WHILE_WITH_AAC } from '../while-with-aac.ts'
import { AboutIncident } from './about-incident.tsx'
import {
  askAdviceRequest,
  askedForIncident,
  askGeneralRequest,
  caseAdviceFields,
  generalAdviceFields,
  notAskedYet,
  someWords,
} from './advice-forms.ts'

interface AskPanelProps {
  /** Null: it is about no case. */
  readonly group: MasterCaseNumber | null
  /** For which it is asked. */
  readonly incident?: IncidentId
  /** A refused one that is asked again, with what it said. */
  readonly again?: CommandId
}

/** A question for Advice and Guidance that is about to be asked (ADV-1). Nothing is sent before the button is pressed. */
export function AskPanel({ group: id, incident, again }: AskPanelProps) {
  const { replica } = useDesk()
  const dispatch = useDeskDispatch()
  useRevision(replica, 'case-group', 'organisation', 'outbox')
  const group = id === null ? null : replica.caseGroup(id)
  const leave = () => void dispatch(panelClosed())
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anything in it.
    <section className="doing" onKeyDown={({ key }) => key === 'Escape' && leave()}>
      <h2>Ask for advice</h2>
      {group && <AskAboutCase group={group} incident={incident} again={again} onLeave={leave} />}
      {group === null && <AskAboutNone incident={incident} again={again} onLeave={leave} />}
      {group === undefined && (
        <>
          <p>The case group is no longer with you.</p>
          <button type="button" className="plain-link" onClick={leave}>
            Back
          </button>
        </>
      )}
    </section>
  )
}

interface AskFormProps {
  readonly incident: IncidentId | undefined
  readonly again: CommandId | undefined
  readonly onLeave: () => void
}

interface AskAboutCaseProps extends AskFormProps {
  readonly group: CaseGroup
}

function AskAboutCase({ group, incident: opened, again, onLeave }: AskAboutCaseProps) {
  const desk = useDesk()
  const [first] = notAskedYet(group)
  const incident = opened ? group.incidents.find(({ id }) => id === opened) : first
  const initial: FormValues = {
    raisedAgainst: group.payingParent,
    case: '',
    ...(again ? {} : askedForIncident(incident)),
    ...useSaidBefore(again),
  }
  const settle = useSettled(again, onLeave)
  const trial = reasonObjection(desk, askAdviceRequest(group, { ...initial, ...someWords }))
  return (
    <>
      <p className="note pane-note">
        On {group.title} <span className="number">{group.id}</span>: a service request for Advice and
        Guidance, due in five working days, urgent in 24 hours.
      </p>
      <CommandForm
        place={draftPlace(['ask-advice', group.id, opened ?? []].flat().join('/'), again)}
        group={group}
        fields={() => caseAdviceFields(group)}
        initial={initial}
        schema={askAdvice.args}
        requestOf={values => askAdviceRequest(group, values)}
        submitName="Ask for advice"
        objection={trial.objection}
        asksReason={trial.asksReason ? WHY_WHILE_WITH_AAC : null}
        onDone={settle}
        onBack={onLeave}
      >
        {form => <AskBeside form={form} group={group} />}
      </CommandForm>
    </>
  )
}

interface AskBesideProps {
  readonly form: FormState
  readonly group: CaseGroup
}

/** For which incident it is asked, and where it will go (ADV-1). */
function AskBeside({ form, group }: AskBesideProps) {
  const raisedAgainst = form.watch('raisedAgainst') as never
  return (
    <>
      <AboutIncident form={form} group={group} />
      <RouteNote group={group} routed={{ kind: 'functionally-unique', type: ADVICE_TYPE, raisedAgainst }} />
    </>
  )
}

function AskAboutNone({ incident: id, again, onLeave }: AskFormProps) {
  const desk = useDesk()
  const incident = id && desk.replica.aggregates('incident').get(id)?.incident
  const [advice] = useState(newAdviceId)
  const settle = useSettled(again, onLeave)
  const initial = { ...askedForIncident(incident), ...useSaidBefore(again) }
  const trial = reasonObjection(desk, askGeneralRequest(advice, someWords))
  return (
    <>
      <p className="note pane-note">
        About no case. Ten working days are the target, 24 hours where it is urgent.
        {initial.incident && ' For the incident that was sent to advice.'}
      </p>
      <CommandForm
        place={draftPlace(`ask-general-advice/${incident?.id ?? ''}`, again)}
        group={null}
        fields={() => generalAdviceFields}
        initial={initial}
        schema={askGeneralAdvice.args}
        requestOf={values => askGeneralRequest(advice, values)}
        submitName="Ask for advice"
        objection={trial.objection}
        asksReason={null}
        onDone={settle}
        onBack={onLeave}
      />
    </>
  )
}

function newAdviceId(): AdviceId {
  const { clock, random } = pageEnvironment()
  return uuidV7(clock(), random) as AdviceId
}
