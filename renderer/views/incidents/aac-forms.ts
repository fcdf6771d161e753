import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { REVIEW_DAYS } from '../../../shared/domain/lock.ts'
import { addDays, type Instant } from '../../../shared/domain/time.ts'
import {
  type FormField,
  type FormValues,
  isTicked,
  orNull,
  valuesIn,
  yesOrNo,
} from '../../forms/form-field.ts'
import { momentFields, momentOf, momentValues } from '../../forms/london-moment.ts'
import { type SaidArgs, type StepForm, wordsOnly, written } from './step-form.ts'

const NOON = 'T12:00'

const worked = ({ successful }: FormValues): FormField => ({
  name: 'successful',
  label: 'Has it worked?',
  kind: 'choice',
  options: [
    { value: 'yes', label: 'Yes: AAC is told and closes it' },
    { value: 'no', label: 'No: AAC is told and escalates it' },
  ],
  ...(!isTicked(successful) && { hint: 'From then on AAC answers by email only.' }),
  wrong: 'Say whether it has worked',
})
const tried: FormField = {
  name: 'words',
  label: 'What was done, for the note',
  kind: 'text',
  wrong: 'Say what was done',
}

const lockReview: FormField = {
  name: 'reviewOn',
  label: 'Lock to be reviewed on',
  kind: 'date',
  hint: `The lock is put on with the call. At most ${REVIEW_DAYS} days ahead.`,
  wrong: `Give a day within the next ${REVIEW_DAYS} days`,
}

const callBack: FormField = {
  name: 'callBackAt',
  label: 'AAC calls back at',
  kind: 'moment',
  wrong: 'Give the day and the time',
}
const received: FormField = {
  name: 'receivedAt',
  label: 'Received at',
  kind: 'moment',
  wrong: 'Give when it was received',
}

const HOUR = 3_600_000

/** The first full hour that is an hour ahead: from there it is a few keys to the time that AAC names. */
const nextHour = (): Instant => new Date(Math.ceil(Date.now() / HOUR + 1) * HOUR).toISOString()

const receivedNow = () => momentValues('receivedAt', new Date().toISOString())

/** A lock that is on already stays as it is; an incident that affects no case needs none. */
const setsLock = (group: CaseGroup | null): boolean => group !== null && group.lock === null

const isRejection = ({ outcome }: SaidArgs): boolean => 'rejected' in Object(outcome)

/** The lock can come off, unless somebody directed otherwise (INC-12). */
const directionFields = ({ directed }: FormValues): readonly FormField[] => [
  {
    name: 'directed',
    label: 'Is the lock to stay on?',
    kind: 'choice',
    options: [
      { value: 'no', label: 'No: clearing it is offered next' },
      { value: 'yes', label: 'Yes: it was directed to stay on' },
    ],
    wrong: 'Say whether the lock is to stay on',
  },
  ...(isTicked(directed)
    ? ([
        { name: 'by', label: 'Who directed it', kind: 'line', wrong: 'Say who directed it' },
        { name: 'until', label: 'Until', kind: 'date', wrong: 'Give the day until which it stays on' },
      ] as const)
    : []),
]

/** The steps with AAC (INC-6, INC-8 to INC-10). */
export const aacForms = {
  'raise-with-aac': {
    key: 'P',
    note: 'Ring AAC and read it out in this order.',
    fields: (values, { group }) => [
      {
        name: 'approvalNoted',
        label: 'The approval is in the note in CMS2012',
        kind: 'tick',
        wrong: 'Put the approval into the note before you ring, and tick that',
      },
      {
        name: 'result',
        label: 'What AAC said in the call',
        kind: 'choice',
        options: [
          { value: 'number', label: 'It took the incident: here is its number' },
          { value: 'rejected', label: 'It rejected the incident' },
        ],
        wrong: 'Say what AAC said',
      },
      values.result === 'rejected'
        ? {
            name: 'rejected',
            label: 'Why it was rejected',
            kind: 'text',
            optional: true,
            hint: 'The reason may follow by email; it can be recorded then.',
            wrong: 'Write why in plain characters',
          }
        : {
            name: 'number',
            label: 'Incident number',
            kind: 'line',
            wrong: 'Write the number that AAC gave',
          },
      ...(setsLock(group) ? [lockReview] : []),
    ],
    initial: ({ today, group }) => ({
      result: 'number',
      ...(setsLock(group) && { reviewOn: addDays(today, REVIEW_DAYS / 2) }),
    }),
    args: ({ approvalNoted, result, number = '', rejected, reviewOn }) => ({
      approvalNoted: isTicked(approvalNoted),
      outcome: result === 'rejected' ? { rejected: orNull(rejected) } : { number },
      reviewOn: orNull(reviewOn),
    }),
    valuesOf: args => ({ ...valuesIn(args), result: isRejection(args) ? 'rejected' : 'number' }),
    trial: () => ({ approvalNoted: 'yes', number: 'INC1' }),
  },
  'record-rejection': wordsOnly(
    'T',
    'The reason of a rejection follows by email, to caseworker and team leader.',
    'Why AAC rejected it',
    'Write why AAC rejected it',
  ),
  'arrange-call-back': {
    key: 'L',
    note: 'AAC investigates and calls back. What it says is tried within that call.',
    fields: values => momentFields(callBack, values),
    initial: () => momentValues('callBackAt', nextHour()),
    args: values => ({ callBackAt: momentOf('callBackAt', values) }),
    valuesOf: ({ callBackAt }) => momentValues('callBackAt', String(callBackAt)),
    trial: ({ today }) => ({ callBackAt: `${addDays(today, 1)}${NOON}` }),
  },
  'record-resolution': {
    key: 'O',
    note: 'What AAC said in the call was tried within it, and AAC was told.',
    fields: values => [worked(values), tried],
    initial: () => ({ successful: 'yes' }),
    args: ({ successful, words = '' }) => ({ successful: isTicked(successful), words }),
    trial: () => ({ ...written, successful: 'yes' }),
  },
  'receive-email': {
    key: 'M',
    note: 'It is to be answered within 24 hours of its receipt, to the address inside it.',
    fields: values => [
      ...momentFields(received, values),
      {
        name: 'replyTo',
        label: 'Address inside the email to answer to',
        kind: 'line',
        wrong: 'Write the address as the email has it',
      },
      { name: 'text', label: 'What it says', kind: 'text', wrong: 'Paste what it says' },
    ],
    initial: receivedNow,
    args: ({ replyTo = '', text = '', ...values }) => ({
      receivedAt: momentOf('receivedAt', values),
      replyTo,
      text,
    }),
    valuesOf: args => ({ ...valuesIn(args), ...momentValues('receivedAt', String(args.receivedAt)) }),
    trial: () => ({
      ...receivedNow(),
      replyTo: 'aac@example.org',
      text: written.words ?? '',
    }),
  },
  'answer-email': {
    key: 'Y',
    note: 'Answered to the address inside the email. Unsuccessful, AAC escalates it and answers by email again.',
    fields: values => [worked(values), tried],
    initial: () => ({ successful: 'yes' }),
    args: ({ successful, words = '' }) => ({ successful: isTicked(successful), words }),
    trial: () => ({ ...written, successful: 'yes' }),
  },
  'close-incident': {
    key: 'X',
    note: 'AAC has closed it. This ends it here, too.',
    fields: (values, { group }) => [
      { ...tried, name: 'wordsForNote' },
      ...(group ? directionFields(values) : []),
    ],
    initial: () => ({ directed: 'no' }),
    args: ({ wordsForNote = '', directed, by = '', until = '' }) => ({
      wordsForNote,
      direction: isTicked(directed) ? { by, until } : null,
    }),
    valuesOf: args => ({ ...valuesIn(args), directed: yesOrNo(args.direction !== null) }),
    trial: () => ({ wordsForNote: written.words ?? '' }),
  },
  'withdraw-incident': {
    key: 'W',
    note: 'It ends here. Once AAC has a number, AAC is told first.',
    fields: (_, { incident }) => [
      { name: 'reason', label: 'Why it is withdrawn', kind: 'text', wrong: 'Say why it is withdrawn' },
      ...(incident.number === null
        ? []
        : ([
            {
              name: 'aacTold',
              label: `AAC was told that ${incident.number} is withdrawn`,
              kind: 'tick',
              wrong: 'Tell AAC first, and tick that',
            },
          ] as const)),
    ],
    args: ({ reason = '', aacTold }) => ({ reason, aacTold: isTicked(aacTold) }),
    trial: () => ({ reason: written.words ?? '', aacTold: 'yes' }),
  },
} as const satisfies Readonly<Record<string, StepForm>>
