import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { DetailFault } from '../../../shared/domain/detail-faults.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import {
  type DetailField,
  type Details,
  detailFields,
  type EmploymentConcern,
  employmentConcerns,
  employmentDetails,
  incidentDetails,
} from '../../../shared/domain/incident-details.ts'
import {
  detailTitle,
  employmentShortWords,
  employmentWords,
  nothingWords,
} from '../../../shared/queries/incident-field-words.ts'
import type { FormField, FormValues } from '../../forms/form-field.ts'

const long: ReadonlySet<DetailField> = new Set([
  'background',
  'errorMessage',
  'otherInformation',
  'employer',
  'whyRdoLsdoFailed',
  'anythingElse',
])

/** The fields that AAC asks, in its order; employment information only where that is the problem (INC-6). */
export const askedFields = (concern: EmploymentConcern): readonly DetailField[] =>
  concern === 'none' ? incidentDetails : [...incidentDetails, ...employmentDetails]

/** Fields of a form for some of them. An empty field is no answer, but it can stay empty for now (INC-6). */
export const fieldsOfDetails = (
  names: readonly DetailField[],
  faults: readonly DetailFault[] = [],
): readonly FormField[] =>
  names.map(name => {
    const atOnce = nothingWords[name]
    const fault = faults.find(({ field }) => field === name)
    return {
      name,
      label: detailTitle(name),
      kind: long.has(name) ? 'text' : 'line',
      wrong: `${detailTitle(name)}: write it in plain characters`,
      ...(atOnce !== undefined && { atOnce }),
      ...(hints[name] && { hint: hints[name] }),
      ...(fault && { remark: faultWords(fault) }),
      ...(fault?.instead && { instead: fault.instead }),
    }
  })

/** A choice has no room for more than a few words: what is chosen stands whole under it. */
export const employmentField = (concern: EmploymentConcern = 'none'): FormField => ({
  name: 'employment',
  label: 'Is it about employment information?',
  kind: 'choice',
  options: employmentConcerns.map(value => ({ value, label: employmentShortWords[value] })),
  ...(concern !== 'none' && { hint: `${employmentWords[concern]}.` }),
  wrong: 'Say whether it is about employment information',
})

/** What AAC would say to an answer. */
export function faultWords({ severity, words }: DetailFault): string {
  switch (severity) {
    case 'error':
      return `AAC would reject this. ${words}`
    case 'warning':
      return `Look again. ${words} It can be sent as it is where CMS2012 has it so.`
    case 'behind':
      return words
    default:
      return assertNever(severity)
  }
}

const hints: Readonly<Partial<Record<DetailField, string>>> = {
  serviceRequest: 'The one that it has in CMS2012.',
  procedure: 'Procedures > Pages > …, as the page says it.',
  rdoLsdoAttemptedOn: 'The date of each.',
  whyRdoLsdoFailed: 'The detailed reason of each.',
}

/** Every answer, an empty one where there is none. */
export const valuesOfDetails = (details: Details): FormValues =>
  Object.fromEntries(detailFields.map(name => [name, details[name] ?? '']))

/** What of a form is details. */
export const detailsOf = (values: FormValues): Details =>
  Object.fromEntries(
    detailFields.flatMap(name => {
      const value = values[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )

/** What was filled in over what the incident had: the rest is not this person’s to say again (INC-6). */
export const detailsFilledIn = (values: FormValues, { details }: Incident): Details =>
  Object.fromEntries(
    Object.entries(detailsOf(values)).filter(
      ([name, value]) => value.trim() !== (details[name as DetailField] ?? ''),
    ),
  )
