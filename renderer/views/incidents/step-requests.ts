import { seenForStep } from '../../../shared/commands/incident-step.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import type { CommandRequest, Desk } from '../../desk/desk.ts'
import { type FormValues, valuesIn } from '../../forms/form-field.ts'
import type { IncidentStep } from '../../store/panel.ts'
import { reasonObjection } from '../while-with-aac.ts'
import type { FoundIncident } from './focused-incident.ts'
import type { SaidArgs, StepAbout } from './step-form.ts'
import { stepForms } from './step-forms.ts'

/** What a step is asked with, on the incident as it was seen: the first decision stands. */
export function stepRequest(
  step: IncidentStep,
  { group, incident }: Pick<FoundIncident, 'group' | 'incident'>,
  values: FormValues,
): CommandRequest {
  const args = {
    masterCaseNumber: group?.id ?? null,
    incident: incident.id,
    ...stepForms[step].args(values, incident),
  }
  return { name: step, args, saw: seenForStep(step, incident, args) }
}

/** Why the step cannot be taken, whatever is filled in; null: it can. */
export function whyNotStep(step: IncidentStep, about: StepAbout, desk: Desk): string | null {
  return reasonObjection(desk, trialOf(step, about)).objection
}

/** The step filled in somehow. */
export function trialOf(step: IncidentStep, about: StepAbout): CommandRequest {
  return stepRequest(step, about, { ...initialOf(step, about), ...stepForms[step].trial(about) })
}

/** What its form has when it is opened. */
export function initialOf(step: IncidentStep, about: StepAbout): FormValues {
  const { standing, initial } = stepForms[step]
  return { ...standing?.(about.incident), ...initial?.(about) }
}

/** What a form has that asks again for what was refused. */
export function valuesOfStep(step: IncidentStep, args: unknown): FormValues {
  return (stepForms[step].valuesOf ?? valuesIn)(args as SaidArgs)
}

export function aboutStep(
  step: IncidentStep,
  found: FoundIncident,
  {
    index,
    today,
    desk,
  }: { readonly index: OrganisationIndex; readonly today: PlainDate; readonly desk: Desk },
): StepAbout {
  const allows = (values: FormValues) =>
    reasonObjection(desk, stepRequest(step, found, values)).objection === null
  return { ...found, index, today, allows }
}
