import { divisionOfPlace } from '../../../shared/domain/division-of-place.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import { workingDaysAfter } from '../../../shared/domain/working-days.ts'
import { type FormValues, isTicked, orNull } from '../../forms/form-field.ts'
import type { AskedFor } from './focused-incident.ts'
import { type StepAbout, type StepForm, wordsOnly, written } from './step-form.ts'

/** What Advice and Guidance answered to what was asked for the incident (ADV-2, ADV-3). */
function adviceFor(asked: AskedFor | null): FormValues {
  const answer = asked?.advice.answer
  if (!asked || !answer) return { outcome: 'solved' }
  const outcome = answer.unanswerable ? 'refer' : 'consult'
  return { outcome, words: answer.words, ...(asked.id && { advice: asked.id }) }
}

const CHECK_BACK_DAYS = 2

/** By when it can have been done: on no day on which nobody of its team works (ADV-4). */
function dayToCheck({ own, group, index, today }: StepAbout): PlainDate {
  const place = own ?? group
  const division = place ? divisionOfPlace(place, index) : 'england-and-wales'
  return workingDaysAfter(today, CHECK_BACK_DAYS, division, index.calendar).on
}

/** The steps before AAC is thought of (INC-3, ADV-3). */
export const consultingForms = {
  'resolve-incident': {
    key: 'R',
    note: 'You can solve it: say what is to be done, and on which day you look whether it was.',
    fields: () => [
      { name: 'words', label: 'What is to be done', kind: 'text', wrong: 'Say what is to be done' },
      {
        name: 'checkBackOn',
        label: 'Check back on',
        kind: 'date',
        hint: 'On that day it comes back to the queue.',
        wrong: 'Give the day on which you check back',
      },
    ],
    initial: about => ({ checkBackOn: dayToCheck(about) }),
    args: ({ words = '', checkBackOn = '' }) => ({ words, checkBackOn }),
    trial: ({ today }) => ({ ...written, checkBackOn: today }),
  },
  'ask-for-information': wordsOnly(
    'Q',
    'You need to know more before you decide. It goes back to whoever raised it.',
    'What do you need to know?',
    'Say what you need to know',
  ),
  'give-information': wordsOnly(
    'I',
    'Your answer takes it back to the team leader.',
    'The information that was asked for',
    'Write the information that was asked for',
  ),
  'send-to-advice': wordsOnly(
    'G',
    'Advice and Guidance might answer it: the caseworker raises a service request with them and records here what they say.',
    'What is Advice and Guidance to be asked?',
    'Say what they are to be asked',
  ),
  'direct-referral': {
    key: 'D',
    note: 'Neither you nor advice can solve it: it is to be documented and referred to you for authorisation.',
    fields: () => [
      {
        name: 'words',
        label: 'What is to be documented besides?',
        kind: 'text',
        optional: true,
        wrong: 'Write it in plain characters',
      },
    ],
    args: ({ words }) => ({ words: orNull(words) }),
    trial: () => ({}),
  },
  'check-back': {
    key: 'C',
    note: 'Whether what the team leader advised has worked. Where not, he is consulted again.',
    fields: () => [
      {
        name: 'works',
        label: 'Has it worked?',
        kind: 'choice',
        options: [
          { value: 'yes', label: 'Yes: close it' },
          { value: 'no', label: 'No: consult the team leader again' },
        ],
        wrong: 'Say whether it has worked',
      },
      { name: 'words', label: 'What you found', kind: 'text', wrong: 'Say what you found' },
    ],
    initial: () => ({ works: 'yes' }),
    args: ({ works, words = '' }) => ({ works: isTicked(works), words }),
    trial: () => ({ ...written, works: 'no' }),
  },
  'return-from-advice': {
    key: 'V',
    note: 'What Advice and Guidance said. What they cannot answer goes on to be referred, with everything carried over.',
    fields: () => [
      {
        name: 'outcome',
        label: 'What came of it?',
        kind: 'choice',
        options: [
          { value: 'solved', label: 'The advice solved it: close it' },
          { value: 'consult', label: 'Consult the team leader with it' },
          { value: 'refer', label: 'They cannot answer: document and refer' },
        ],
        wrong: 'Say what came of it',
      },
      { name: 'words', label: 'What they said', kind: 'text', wrong: 'Write what they said' },
    ],
    initial: ({ asked }) => adviceFor(asked),
    args: ({ outcome, words = '', advice }) => ({ outcome, words, ...(advice && { advice }) }),
    trial: () => ({ ...written, outcome: 'solved' }),
  },
} as const satisfies Readonly<Record<string, StepForm>>
