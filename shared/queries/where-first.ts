import { assertNever } from '../domain/assert-never.ts'

/** What local IT is asked about first, for example (INC-1). */
export const localProblems = {
  'screen-freeze': 'A screen freezes',
  'slow-computer': 'The computer is slow',
  'profile-exceeds': 'A profile exceeds error',
  'smart-card': 'The smart card',
  'several-users': 'An error that affects several users',
} as const
export type LocalProblem = keyof typeof localProblems

/** The three questions a raise form begins with. Null: not answered yet. */
export interface FirstAnswers {
  readonly local: LocalProblem | 'passed-back' | 'no' | null
  readonly payments: 'no' | 'finance-not-asked' | 'finance-asked' | null
  readonly advice: 'no' | 'yes' | null
}

/** Where the problem belongs first; `form`: on to the incident. Null: it is not known yet. */
export type WhereFirst = 'local-it' | 'finance' | 'advice' | 'form'

/** The first answer that sends it elsewhere, in the procedure's order (INC-1, INC-2, INC-3). */
export function whereFirst({ local, payments, advice }: FirstAnswers): WhereFirst | null {
  if (local !== null && local !== 'no' && local !== 'passed-back') return 'local-it'
  if (payments === 'finance-not-asked') return 'finance'
  if (advice === 'yes') return 'advice'
  return local === null || payments === null || advice === null ? null : 'form'
}

/** What to do there, said before anything is written; about no case Advice and Guidance is asked without a request (ADV-1). */
export function whereFirstWords(where: Exclude<WhereFirst, 'form'>, isAboutCase: boolean): string {
  switch (where) {
    case 'local-it':
      return 'Ring local IT support first: they solve this on the site. If they pass it back, choose that and go on here.'
    case 'finance':
      return 'Discuss it with your Local Finance SPOC first. Once they were asked, choose “Yes, and the Local Finance SPOC was asked”: the form asks what they said.'
    case 'advice':
      return `A question of policy or advice goes to Advice and Guidance ${isAboutCase ? 'as a service request of the type Advice request' : 'as a question about no case'}, once procedures, PLDMG or your team leader gave no answer. It can come back from there as an incident.`
    default:
      return assertNever(where)
  }
}
