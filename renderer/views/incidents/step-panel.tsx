import { useState } from 'react'
import { commandNamed } from '../../../shared/commands/commands.ts'
import { answersStanding } from '../../../shared/commands/filled-in.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { CommandId, IncidentId, MasterCaseNumber } from '../../../shared/domain/ids.ts'
import type { Incident, IncidentFact } from '../../../shared/domain/incident.ts'
import { listWords } from '../../../shared/domain/list-words.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { factWords } from '../../../shared/queries/incident-field-words.ts'
import { stateTitle } from '../../../shared/queries/incident-turn-words.ts'
import { lockAfterIncident } from '../../../shared/queries/lock-after-incident.ts'
import type { Desk } from '../../desk/desk.ts'
import { CommandForm } from '../../forms/command-form.tsx'
import type { FormValues } from '../../forms/form-field.ts'
import { type IncidentStep, panelClosed, panelOpened } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { dealWith, draftPlace } from '../asked-again.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { doingOf, nothingChosen, requestOf } from '../doing/doings.ts'
import { useAttempt } from '../use-attempt.ts'
import { useRevision } from '../use-replica.ts'
import { reasonObjection, WHY_WHILE_WITH_AAC } from '../while-with-aac.ts'
import { type FoundIncident, findIncident } from './focused-incident.ts'
import { StepBeside } from './step-beside.tsx'
import { stepForms } from './step-forms.ts'
import { aboutStep, initialOf, stepRequest, trialOf, valuesOfStep, whyNotStep } from './step-requests.ts'

interface StepPanelProps {
  readonly step: IncidentStep
  readonly group: MasterCaseNumber | null
  readonly incident: IncidentId
  readonly again?: CommandId
  readonly field?: string
}

/** One step of an incident that is about to be taken. Nothing is sent before the button is pressed. */
export function StepPanel(props: StepPanelProps) {
  const { replica } = useDesk()
  const dispatch = useDeskDispatch()
  useRevision(replica, 'case-group', 'incident', 'advice-request', 'organisation', 'outbox')
  // What was seen when the form was opened: who decides after somebody else is told so, with his text kept.
  const [seen] = useState(() => findIncident(replica, props.group, props.incident))
  const present = findIncident(replica, props.group, props.incident)
  const leave = () => void dispatch(panelClosed())
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anything in it.
    <section className="doing" onKeyDown={({ key }) => key === 'Escape' && leave()}>
      {seen && present ? (
        <StepBody {...props} seen={seen} present={present} onLeave={leave} />
      ) : (
        <>
          <h2>It is no longer with you</h2>
          <button type="button" className="plain-link" onClick={leave}>
            Back
          </button>
        </>
      )}
    </section>
  )
}

interface StepBodyProps extends StepPanelProps {
  readonly seen: FoundIncident
  readonly present: FoundIncident
  readonly onLeave: () => void
}

function StepBody({ step, again, field, seen, present, onLeave }: StepBodyProps) {
  const desk = useDesk()
  const { index, today } = useReadings()
  const command = commandNamed(step)
  const form = stepForms[step]
  const [base, setBase] = useState(seen)
  const about = aboutStep(step, base, { index, today, desk })
  const moved = movedOn(base.incident, present.incident)
  const standing = answeredSince(base.incident, present.incident)
  const done = useDone(step, again, onLeave)
  const { asksReason } = reasonObjection(desk, trialOf(step, about))
  if (!command) return null
  return (
    <>
      <StepHead title={command.label} note={form.note} group={base.group} />
      <CommandForm
        key={base.incident.history.length}
        place={draftPlace(`${step}/${base.incident.id}`, again)}
        group={base.group}
        fields={values => form.fields(values, about)}
        initial={{ ...initialOf(step, about), ...saidBefore(desk, step, again) }}
        standing={form.standing?.(base.incident)}
        schema={command.args}
        requestOf={values => stepRequest(step, base, values)}
        submitName={command.label}
        objection={whyNotStep(step, { ...about, incident: standing }, desk)}
        asksReason={asksReason ? WHY_WHILE_WITH_AAC : null}
        goTo={field ?? (base === seen ? undefined : form.fields(initialOf(step, about), about)[0]?.name)}
        onDone={done}
        onBack={onLeave}
      >
        {({ watch, formState }) => (
          <>
            {moved !== null && !formState.isSubmitting && (
              <Changed what={moved} onLookAgain={() => setBase(present)} />
            )}
            <StepBeside
              step={step}
              found={present}
              opened={base.incident}
              values={watch()}
              isSending={formState.isSubmitting}
            />
          </>
        )}
      </CommandForm>
    </>
  )
}

interface StepHeadProps {
  readonly title: string
  readonly note: string
  readonly group: CaseGroup | null
}

/** What is about to be done, on what, and what for. */
function StepHead({ title, note, group }: StepHeadProps) {
  return (
    <>
      <h2>{title}</h2>
      <p className="note pane-note">
        {group && (
          <>
            On {group.title} <span className="number">{group.id}</span>.{' '}
          </>
        )}
        {note}
      </p>
    </>
  )
}

/** What somebody else did to it while the form is open; null: nothing that matters to it. */
function movedOn(base: Incident, present: Incident): string | null {
  if (present.turn !== base.turn)
    return `Somebody else decided while you wrote. It is now: ${stateTitle(present)}.`
  const [before, now] = [answersStanding(base), answersStanding(present)]
  const filled = (Object.keys(now) as IncidentFact[]).filter(fact => now[fact] !== before[fact])
  if (filled.length === 0) return null
  return `Somebody else filled in while you wrote: ${listWords(filled.map(factWords))}.`
}

/** Whether it can be done at all hangs on the decisions that were seen; a field filled in since is told when it is sent. */
const answeredSince = ({ turn }: Incident, present: Incident): Incident => ({ ...present, turn })

function Changed({ what, onLookAgain }: { readonly what: string; readonly onLookAgain: () => void }) {
  return (
    <div className="callout callout-warn" role="status">
      <p>{what} What you wrote is kept.</p>
      <button type="button" className="plain-link" onClick={onLookAgain}>
        Look at it as it is now
      </button>
    </div>
  )
}

/** What a refused one said: it is asked again with that. */
function saidBefore({ replica }: Desk, step: IncidentStep, again: CommandId | undefined): FormValues {
  const entry = again && replica.outbox().find(({ envelope }) => envelope.id === again)
  return entry ? valuesOfStep(step, entry.envelope.args) : {}
}

/** The refused one is dealt with; after closing, the lock is offered to be cleared where nothing keeps it (INC-12). */
function useDone(step: IncidentStep, again: CommandId | undefined, onLeave: () => void) {
  const desk = useDesk()
  const { index } = useReadings()
  const dispatch = useDeskDispatch()
  const attempt = useAttempt()
  return (stored: CommandId) => {
    if (again) void attempt(() => dealWith(desk, again), 'not-dealt-with')
    const entry = desk.replica.outbox().find(({ envelope }) => envelope.id === stored)
    const { masterCaseNumber: id, direction } = (entry?.envelope.args ?? {}) as {
      readonly masterCaseNumber?: MasterCaseNumber | null
      readonly direction?: unknown
    }
    const group = id && desk.replica.caseGroup(id)
    if (group && offersClearing(step, group, direction) && isClearable(group, desk, index))
      dispatch(panelOpened({ kind: 'doing', doing: 'clear-lock', groups: [group.id] }))
    else onLeave()
  }
}

// A lock for something else stays for that; one that is from CMS2012 does not say what it is for (INC-12, INC-17).
function offersClearing(step: IncidentStep, group: CaseGroup, direction: unknown): boolean {
  if (step === 'withdraw-incident') return lockAfterIncident(group) !== null
  const { category } = group.lock ?? {}
  return (
    step === 'close-incident' && direction === null && (category === null || category === 'incident-with-aac')
  )
}

// Another incident may keep it on, and not everybody who closes one may clear it (LOCK-6, LOCK-9).
function isClearable(group: CaseGroup, desk: Desk, index: OrganisationIndex): boolean {
  const doing = doingOf('clear-lock')
  return desk.preview(requestOf(doing, group.id, doing.saw(group, index), nothingChosen), null).ok
}
