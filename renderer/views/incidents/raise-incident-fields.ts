import type { ReactNode } from 'react'
import type { Advice } from '../../../shared/domain/advice.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { incidentSystems, type ProblemKind, problemKinds } from '../../../shared/domain/incident.ts'
import type { EmploymentConcern } from '../../../shared/domain/incident-details.ts'
import { isOpenRequest } from '../../../shared/domain/open-work.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import {
  nothingWords,
  problemShortWords,
  problemWords,
} from '../../../shared/queries/incident-field-words.ts'
import { requestNumber } from '../../../shared/queries/request-number.ts'
import { type FirstAnswers, whereFirst } from '../../../shared/queries/where-first.ts'
import type { FormField, FormValues } from '../../forms/form-field.ts'
import type { RaisedFrom } from '../../store/panel.ts'
import { employmentField } from './detail-fields.ts'
import { asksTeam, type Raising } from './raise-incident-request.ts'

/** The answers to the first three questions, as far as they are given. */
export const firstAnswers = ({ local, payments, advice }: FormValues): FirstAnswers =>
  ({ local: local || null, payments: payments || null, advice: advice || null }) as FirstAnswers

export const isOnToTheForm = (values: FormValues): boolean => whereFirst(firstAnswers(values)) === 'form'

const isPayments = ({ payments }: FormValues): boolean => payments === 'finance-asked'

/** What the form asks, in the order in which one tells of a problem; then what was tried before (INC-2, INC-4). */
export function raiseFields(values: FormValues, raising: Raising, related: ReactNode): readonly FormField[] {
  const { group, index } = raising
  return [
    ...(group ? aboutFields(group, raising.from) : []),
    ...(asksTeam(values, raising) ? [teamField(index)] : []),
    ...kindFields(values),
    ...messageFields,
    {
      name: 'description',
      label: 'Description, with the last actions before it',
      kind: 'text',
      wrong: 'Describe it, with the last actions before it',
      below: related,
    },
    employmentField(values.employment as EmploymentConcern | undefined),
    ...checkFields(values),
  ]
}

const choice = (name: string, label: string, options: FormField['options'] = []): FormField => ({
  name,
  label,
  kind: 'choice',
  options,
  wrong: `Choose one: ${label.toLowerCase()}`,
})

const kindFields = ({ problem = 'error-message' }: FormValues): readonly FormField[] => [
  choice(
    'system',
    'System',
    incidentSystems.map(value => ({ value, label: value })),
  ),
  {
    ...choice(
      'problem',
      'What is wrong',
      problemKinds.map(value => ({ value, label: problemShortWords[value] })),
    ),
    hint: `${problemWords[problem as ProblemKind]}.`,
  },
]

const messageFields: readonly FormField[] = [
  {
    name: 'errorMessage',
    label: 'Error message, word by word',
    kind: 'text',
    optional: true,
    wrong: 'Write the message in plain characters',
    atOnce: nothingWords.errorMessage ?? '',
  },
  {
    name: 'procedure',
    label: 'Procedure path',
    kind: 'line',
    optional: true,
    hint: 'Procedures > Pages > …, as the page says it.',
    wrong: 'Write the path in plain characters',
  },
  {
    name: 'procedureStep',
    label: 'Procedure step',
    kind: 'line',
    optional: true,
    wrong: 'Write the step in plain characters',
  },
]

// One that is closed is offered only where it is raised from that: advice that could not be given (ADV-3).
const aboutFields = (group: CaseGroup, from: string): readonly FormField[] => [
  choice('affects', 'Case affected', [
    { value: 'group', label: `${group.title}, ${group.id}` },
    { value: 'none', label: 'No case affected' },
  ]),
  choice('serviceRequest', 'Service request', [
    { value: '', label: 'None' },
    ...group.serviceRequests
      .filter(request => isOpenRequest(request) || request.number === from)
      .map(request => ({
        value: request.number as string,
        label: `${request.type} ${requestNumber(request)}`,
      })),
  ]),
]

const teamField = ({ teams }: OrganisationIndex): FormField => ({
  ...choice('team', 'Team whose leader is consulted', [
    { value: '', label: 'Choose one' },
    ...[...teams.values()]
      .map(({ id, name }) => ({ value: id as string, label: name }))
      .sort((one, other) => one.label.localeCompare(other.label, 'en')),
  ]),
  hint: 'You work in no team: choose one whose work it stops.',
  wrong: 'Choose the team whose leader is consulted',
})

/** What is done before a team leader is consulted (INC-2). */
const checkFields = (values: FormValues): readonly FormField[] => [
  {
    name: 'wordsSearched',
    label: 'Words that you searched the procedures with',
    kind: 'line',
    wrong: 'Search the procedures, and say with which words',
  },
  raisedBeforeField(values),
  {
    name: 'colleagueAsked',
    label: 'Colleague whom you asked',
    kind: 'line',
    wrong: 'Ask a colleague, and say whom; or that nobody could be asked',
    atOnce: 'Nobody could be asked',
  },
  ...(isPayments(values) ? [financeField] : []),
  {
    name: 'reductionAdviceRead',
    label: 'I have read the Incident Reduction Advice page',
    kind: 'tick',
    wrong: 'Read the Incident Reduction Advice page, and tick that you have',
  },
]

const raisedBeforeField = ({ raisedBefore }: FormValues): FormField => ({
  ...choice('raisedBefore', 'Was it raised before?', [
    { value: '', label: 'Choose one' },
    { value: 'no', label: 'No' },
    { value: 'not-known', label: 'Not known' },
    { value: 'yes', label: 'Yes' },
  ]),
  wrong:
    raisedBefore === 'yes'
      ? 'It was raised before: join that one instead. If it is not listed above, choose “Not known” and name it in the description: your team leader joins them up'
      : 'Say whether it was raised before',
})

const financeField: FormField = {
  name: 'financeSpoc',
  label: 'What the Local Finance SPOC said',
  kind: 'text',
  wrong: 'Say what the Local Finance SPOC said',
}

/** What is known from where it is raised: a greyed-out field (SR-3), an item error (ACC-6), a request. */
export function raiseInitial(
  { request, because }: RaisedFrom,
  group: CaseGroup | null,
  unanswered: Advice | null,
): FormValues {
  return {
    affects: group ? 'group' : 'none',
    serviceRequest: request ?? '',
    system: 'CMS2012',
    problem: 'error-message' satisfies ProblemKind,
    employment: 'none',
    ...(because === null ? {} : becauseOf(because)),
    ...(unanswered === null ? {} : afterAdvice(unanswered)),
  }
}

/** Everything that was asked and answered is carried over (ADV-3). */
function afterAdvice({ question, looked, answer }: Advice): FormValues {
  const { procedures, pldmg, teamLeader } = looked
  const searched = [procedures, pldmg && `PLDMG: ${pldmg}`].filter(words => words !== null)
  return {
    description: `${question}\n\nAdvice and Guidance could not answer it: ${answer?.words ?? ''}`,
    wordsSearched: searched.join('; '),
    colleagueAsked: teamLeader === null ? '' : `Team leader: ${teamLeader}`,
    // It came from there.
    advice: 'no',
  }
}

function becauseOf({ kind, words }: NonNullable<RaisedFrom['because']>): FormValues {
  if (kind === 'item-error')
    return { errorMessage: words, description: `The case group shows the item error “${words}”. ` }
  return {
    problem: 'cannot-progress',
    errorMessage: nothingWords.errorMessage ?? '',
    description: `A service request cannot be raised: the mandatory field “${words}” is greyed out. `,
    // That is no matter of the site, of payments or of advice.
    local: 'no',
    payments: 'no',
    advice: 'no',
  }
}
