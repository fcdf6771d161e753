import type { Incident } from '../../../shared/domain/incident.ts'
import type { CommandRequest, Desk } from '../../desk/desk.ts'
import type { FormValues } from '../../forms/form-field.ts'
import type { IncidentStep } from '../../store/panel.ts'
import { reasonObjection } from '../while-with-aac.ts'
import type { StepAbout } from './step-form.ts'
import { stepForms } from './step-forms.ts'

/** What a step is asked with, on the incident as it was seen: the first decision stands. */
export function stepRequest(
  step: IncidentStep,
  { group, incident }: Pick<StepAbout, 'group'> & { readonly incident: Pick<Incident, 'id' | 'turn'> },
  values: FormValues,
): CommandRequest {
  return {
    name: step,
    args: { masterCaseNumber: group?.id ?? null, incident: incident.id, ...stepForms[step].args(values) },
    saw: { turn: incident.turn },
  }
}

/** Why the step cannot be taken, whatever is filled in; null: it can. */
export function whyNotStep(step: IncidentStep, about: StepAbout, desk: Desk): string | null {
  const { initial, trial } = stepForms[step]
  const values = { ...initial?.(about), ...trial(about) }
  return reasonObjection(desk, stepRequest(step, about, values)).objection
}
