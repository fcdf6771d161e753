import type { IncidentStep } from '../../store/panel.ts'
import { aacForms } from './aac-forms.ts'
import { consultingForms } from './consulting-forms.ts'
import { referringForms } from './referring-forms.ts'
import { sharedForms } from './shared-forms.ts'
import type { StepForm } from './step-form.ts'

/** What each step asks, in the order of the life cycle. */
export const stepForms: Readonly<Record<IncidentStep, StepForm>> = {
  ...consultingForms,
  ...referringForms,
  ...aacForms,
  ...sharedForms,
}
