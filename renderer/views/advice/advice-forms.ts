import type { AdviceId } from '../../../shared/domain/advice.ts'
import type { CaseGroup, ServiceRequest } from '../../../shared/domain/case-group.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import { adviceStanding } from '../../../shared/queries/incident-advice.ts'
import type { CommandRequest } from '../../desk/desk.ts'
import { type FormField, type FormValues, isTicked, orNull } from '../../forms/form-field.ts'

const lookedFields: readonly FormField[] = [
  {
    name: 'procedures',
    label: 'Words that procedures were searched with',
    kind: 'line',
    optional: true,
    hint: 'Say at least one of these three: where you looked before you asked.',
    wrong: 'Write what procedures were searched with in plain characters',
  },
  {
    name: 'pldmg',
    label: 'Words that PLDMG was searched with',
    kind: 'line',
    optional: true,
    wrong: 'Write what PLDMG was searched with in plain characters',
  },
  {
    name: 'teamLeader',
    label: 'What the team leader said',
    kind: 'line',
    optional: true,
    wrong: 'Write what the team leader said in plain characters',
  },
]

const questionFields: readonly FormField[] = [
  {
    name: 'question',
    label: 'What do you need to know?',
    kind: 'text',
    wrong: 'Say what you need to know',
  },
  ...lookedFields,
  {
    name: 'urgent',
    label: 'Urgent: it is needed within 24 hours',
    kind: 'tick',
    wrong: 'Say whether it is urgent',
  },
]

/** What is asked about a case (ADV-1). */
export const caseAdviceFields = (group: CaseGroup): readonly FormField[] => [
  {
    name: 'raisedAgainst',
    label: 'About',
    kind: 'choice',
    options: group.people.map(({ scin, firstName, lastName }, place) => ({
      value: scin,
      label: `${firstName} ${lastName}, ${place === 0 ? 'paying parent' : 'receiving parent'}`,
    })),
    hint: 'Where that person lives says who answers.',
    wrong: 'Choose whom it is about',
  },
  {
    name: 'case',
    label: 'Case',
    kind: 'choice',
    options: [
      { value: '', label: 'The whole case group' },
      ...group.cases.map(({ number, status }) => ({ value: number, label: `${number}, ${status}` })),
    ],
    wrong: 'Choose a case of this group, or none',
  },
  ...questionFields,
]

/** What is asked about no case: nobody is named in it. */
export const generalAdviceFields: readonly FormField[] = questionFields.map(field =>
  field.name === 'question'
    ? { ...field, hint: 'About no case: leave out numbers of cases and people; others read it.' }
    : field,
)

export const answerFields: readonly FormField[] = [
  {
    name: 'unanswerable',
    label: 'Can it be answered here?',
    kind: 'choice',
    options: [
      { value: 'no', label: 'Yes: this is the advice' },
      { value: 'yes', label: 'No: it goes on to an incident' },
    ],
    wrong: 'Say whether it can be answered here',
  },
  {
    name: 'answer',
    label: 'Your words',
    kind: 'text',
    hint: 'Advice, not a decision: that stays with the caseworker.',
    wrong: 'Write the advice, or why it cannot be given',
  },
]

const asked = ({ urgent, question = '', procedures, pldmg, teamLeader, incident }: FormValues) => ({
  urgent: isTicked(urgent),
  question,
  looked: { procedures: orNull(procedures), pldmg: orNull(pldmg), teamLeader: orNull(teamLeader) },
  incident: orNull(incident),
})

export const askAdviceRequest = (group: CaseGroup, values: FormValues): CommandRequest => ({
  name: 'ask-advice',
  args: {
    masterCaseNumber: group.id,
    raisedAgainst: values.raisedAgainst ?? '',
    case: orNull(values.case),
    ...asked(values),
  },
  saw: {},
})

export const askGeneralRequest = (advice: AdviceId, values: FormValues): CommandRequest => ({
  name: 'ask-general-advice',
  args: { advice, ...asked(values) },
  saw: {},
})

const answered = ({ answer = '', unanswerable }: FormValues) => ({
  answer,
  unanswerable: isTicked(unanswerable),
})

export const answerRequest = (
  group: CaseGroup,
  request: ServiceRequest,
  values: FormValues,
): CommandRequest => ({
  name: 'answer-advice',
  args: { masterCaseNumber: group.id, request: request.number, ...answered(values) },
  saw: {},
})

export const answerGeneralRequest = (advice: AdviceId, values: FormValues): CommandRequest => ({
  name: 'answer-general-advice',
  args: { advice, ...answered(values) },
  saw: {},
})

/** The incidents of the group that were sent to advice and not asked about since, as they were raised. */
export const notAskedYet = (group: CaseGroup): readonly Incident[] =>
  group.incidents.filter(incident => adviceStanding(incident, group, null).kind === 'to-ask')

const sentIn = ({ history }: Incident) => history.findLast(({ step }) => step === 'send-to-advice')

/** What is to be asked for an incident that the team leader sent to advice, with what was said so far (ADV-1). */
export function askedForIncident(incident: Incident | undefined): FormValues {
  if (incident?.state !== 'with-advice') return {}
  const { id, description, checks } = incident
  return {
    incident: id,
    question: [sentIn(incident)?.facts.words, description].filter(Boolean).join('\n\n'),
    procedures: checks.wordsSearched,
  }
}

/** Whether it could be asked or answered at all is asked as if it were written: the form asks for the real words. */
export const someWords: FormValues = {
  question: 'To be written',
  procedures: 'To be written',
  answer: 'To be written',
}
