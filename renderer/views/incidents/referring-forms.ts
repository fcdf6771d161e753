import { type DetailFault, detailFaults, numbersHeld } from '../../../shared/domain/detail-faults.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import {
  type Details,
  detailFields,
  type EmploymentConcern,
  missingForReferral,
} from '../../../shared/domain/incident-details.ts'
import { detailsBehind } from '../../../shared/queries/details-behind.ts'
import { type FormValues, isTicked } from '../../forms/form-field.ts'
import {
  askedFields,
  detailsFilledIn,
  detailsOf,
  employmentField,
  fieldsOfDetails,
  valuesOfDetails,
} from './detail-fields.ts'
import { type StepAbout, type StepForm, wordsOnly, written } from './step-form.ts'

// An answer to whatever is asked.
const everyDetail: FormValues = Object.fromEntries(detailFields.map(field => [field, 'None held']))

/** What a referral lacks is asked with it (INC-4). */
const lacking = ({ incident }: StepAbout) => missingForReferral(incident.details)

/** What AAC would say to answers, and what the record has otherwise by now (INC-6). */
const faultsIn = (details: Details, { incident, group, index, today }: StepAbout): readonly DetailFault[] => [
  ...detailFaults(details, numbersHeld(group, index), today),
  ...detailsBehind({ ...incident, details }, group, index, today),
]

/** What Advice and Guidance said belongs to what was done to resolve it (ADV-3). */
function afterAdvice({ actionsTaken, history }: Incident): FormValues {
  const said = history.findLast(({ step }) => step === 'return-from-advice')?.facts.words
  return actionsTaken === null && said ? { actionsTaken: `Advice and Guidance: ${said}` } : {}
}

/** The steps from the documentation to the authorisation (INC-4, INC-5). */
export const referringForms = {
  'refer-incident': {
    key: 'F',
    note: 'The referral replaces the email to your team leader. It needs what the note in CMS2012 has.',
    fields: (_, about) => [
      {
        name: 'description',
        label: 'Description, with the last actions before it',
        kind: 'text',
        wrong: 'Describe it, with the last actions before it',
      },
      {
        name: 'actionsTaken',
        label: 'Actions taken to resolve it',
        kind: 'text',
        wrong: 'Say what was done to resolve it',
      },
      ...fieldsOfDetails(lacking(about)),
      {
        name: 'documented',
        label: 'It is in the notes of the service request in CMS2012',
        kind: 'tick',
        wrong: 'Put it into the notes of the service request, and tick that',
      },
    ],
    standing: ({ description, actionsTaken, details }) => ({
      description,
      actionsTaken: actionsTaken ?? '',
      ...valuesOfDetails(details),
    }),
    initial: ({ incident }) => afterAdvice(incident),
    args: ({ description = '', actionsTaken = '', documented, ...values }, incident) => ({
      description,
      actionsTaken,
      documented: isTicked(documented),
      details: detailsFilledIn(values, incident),
    }),
    trial: () => ({
      description: written.words ?? '',
      actionsTaken: written.words ?? '',
      documented: 'yes',
      ...everyDetail,
    }),
  },
  'authorise-incident': {
    key: 'A',
    note: 'You agree that all was done locally and that AAC is called. The caseworker puts your approval into the note first.',
    fields: (_, { incident }) => [
      {
        name: 'readConsultation',
        label:
          incident.consulted === null
            ? 'I have read what came of the consultation'
            : 'I was consulted, or have read what came of the consultation',
        kind: 'tick',
        wrong: 'Read what came of the consultation, and tick that you have',
      },
    ],
    args: ({ readConsultation }) => ({ readConsultation: isTicked(readConsultation) }),
    trial: () => ({ readConsultation: 'yes' }),
  },
  'send-back-incident': wordsOnly(
    'S',
    'Not to AAC yet: the caseworker does this first and refers it again.',
    'What is to be done locally first?',
    'Say what is to be done first',
  ),
  'complete-details': {
    key: 'E',
    note: 'AAC rejects an incident that lacks any of these. “None held” is an answer, an empty field is not.',
    fields: ({ employment = 'none', ...values }, about) => [
      employmentField(employment as EmploymentConcern),
      ...fieldsOfDetails(askedFields(employment as EmploymentConcern), faultsIn(detailsOf(values), about)),
    ],
    standing: ({ details, employment }) => ({ ...valuesOfDetails(details), employment }),
    args: ({ employment, ...values }, incident) => ({
      details: detailsFilledIn(values, incident),
      ...(employment && employment !== incident.employment && { employment }),
    }),
    trial: () => everyDetail,
  },
} as const satisfies Readonly<Record<string, StepForm>>
