import { Field, Select } from '@fluentui/react-components'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { cutText } from '../../../shared/domain/cut-text.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import { londonDate } from '../../../shared/domain/time.ts'
import { shortDate } from '../../../shared/queries/date-words.ts'
import type { FormState } from '../../forms/form-control.tsx'
import type { FormValues } from '../../forms/form-field.ts'
import { askedForIncident, notAskedYet } from './advice-forms.ts'

interface AboutIncidentProps {
  readonly form: FormState
  readonly group: CaseGroup
}

/**
 * For which of the incidents that were sent to advice the question is asked (ADV-1): the answer goes back to that one. With
 * another chosen the form has what was said of that one, save where something else was written.
 */
export function AboutIncident({ form, group }: AboutIncidentProps) {
  const chosen = form.watch('incident')
  const waiting = notAskedYet(group)
  const offered = group.incidents.filter(each => waiting.includes(each) || each.id === chosen)
  const choose = (id: string) => {
    const before: FormValues = prefilled(offered, chosen)
    for (const [name, text] of Object.entries(prefilled(offered, id))) {
      const isLeft = (form.getValues(name) ?? '') === (before[name] ?? '')
      if (isLeft || name === 'incident') form.setValue(name, text, { shouldDirty: true })
    }
  }
  if (offered.length === 0) return null
  return (
    <Field
      label="For which incident?"
      hint="The team leader sent it to advice, and the answer goes back to it."
    >
      <Select value={chosen ?? ''} onChange={(_, { value }) => choose(value)}>
        {offered.map(incident => (
          <option key={incident.id} value={incident.id}>
            {optionWords(incident)}
          </option>
        ))}
        <option value="">For none: another question</option>
      </Select>
    </Field>
  )
}

const prefilled = (offered: readonly Incident[], chosen: string | undefined) => ({
  incident: '',
  question: '',
  procedures: '',
  ...askedForIncident(offered.find(({ id }) => id === chosen)),
})

const LONGEST = 80

function optionWords({ raisedAt, description }: Incident): string {
  const words = description.length > LONGEST ? `${cutText(description, LONGEST).trimEnd()}…` : description
  return `${shortDate(londonDate(raisedAt))}: ${words}`
}
