import type { DetailFault } from '../../../shared/domain/detail-faults.ts'
import {
  type DetailField,
  type Details,
  type EmploymentConcern,
  employmentDetails,
  incidentDetails,
} from '../../../shared/domain/incident-details.ts'
import { detailTitle, nothingWords } from '../../../shared/queries/incident-field-words.ts'
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
      wrong: `${detailTitle(name)}: write it in at most 2,000 plain characters`,
      ...(atOnce !== undefined && { atOnce }),
      ...(hints[name] && { hint: hints[name] }),
      ...(fault && { remark: faultWords(fault) }),
    }
  })

/** What AAC would say to an answer. */
export const faultWords = ({ severity, words }: DetailFault): string =>
  severity === 'error'
    ? `AAC would reject this. ${words}`
    : `Look again. ${words} CMS2012 has it so, or it may be right.`

const hints: Readonly<Partial<Record<DetailField, string>>> = {
  procedure: 'Procedures > Pages > …, as the page says it.',
  rdoLsdoAttemptedOn: 'The date of each.',
  whyRdoLsdoFailed: 'The detailed reason of each.',
}

export const valuesOfDetails = (details: Details): FormValues =>
  Object.fromEntries(Object.entries(details).map(([name, answer]) => [name, answer ?? '']))

/** What of a form is details; what was never filled in and is not now is left out. */
export function detailsOf(values: FormValues, names: readonly DetailField[]): Details {
  return Object.fromEntries(
    names.flatMap(name => {
      const value = values[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
