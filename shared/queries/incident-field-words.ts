import type { IncidentEntry, IncidentFact, ProblemKind } from '../domain/incident.ts'
import type { DetailField, EmploymentConcern } from '../domain/incident-details.ts'
import type { IncidentStepName } from '../domain/incident-steps.ts'
import { fieldTitles } from './incident-words.ts'

/** What was done, for its history. */
const stepDoneWords: Readonly<Record<IncidentStepName, string>> = {
  'raise-incident': 'Raised, the team leader consulted',
  'resolve-incident': 'Resolved locally',
  'ask-for-information': 'Asked for more information',
  'send-to-advice': 'Sent to Advice and Guidance',
  'direct-referral': 'Not resolved: to be documented and referred',
  'give-information': 'Gave the information',
  'check-back': 'Checked back',
  'return-from-advice': 'Back from Advice and Guidance',
  'refer-incident': 'Referred for authorisation',
  'authorise-incident': 'Authorised for AAC',
  'send-back-incident': 'Sent back with local actions',
  'complete-details': 'Completed the details',
  'raise-with-aac': 'Called AAC',
  'record-rejection': 'Recorded why AAC rejected it',
  'arrange-call-back': 'Call-back arranged',
  'record-resolution': 'Tried what AAC said',
  'receive-email': 'Email from AAC received',
  'answer-email': 'Email from AAC answered',
  'close-incident': 'Closed',
  'hand-over-retries': 'Handed the retries over',
  'join-incident': 'Joined by somebody with the same problem',
  'withdraw-incident': 'Withdrawn',
}

/** What was done: of a call to AAC also what came of it (INC-8). */
export const stepDone = ({ step, to }: Pick<IncidentEntry, 'step' | 'to'>): string =>
  step === 'raise-with-aac' && to === 'rejected'
    ? 'Called AAC: it rejected the incident'
    : stepDoneWords[step]

export const problemWords: Readonly<Record<ProblemKind, string>> = {
  'error-message': 'The system displays an error message',
  'cannot-progress': 'The work cannot be progressed, without a message',
  'work-screens': 'Work screens do not display or filter correctly',
  'operating-model': 'Work cannot be accessed or allocated because of the operating model',
}

/** The same in a word or two, for a column. */
export const problemShortWords: Readonly<Record<ProblemKind, string>> = {
  'error-message': 'Error message',
  'cannot-progress': 'Cannot progress',
  'work-screens': 'Work screens',
  'operating-model': 'Operating model',
}

export const employmentWords: Readonly<Record<EmploymentConcern, string>> = {
  none: 'No',
  'missing-from-interface': 'Yes: the interface gives no employment information',
  'evidence-of-out-of-date': 'Yes: the paying or receiving parent gave evidence that it is out of date',
}

/** The same as a choice has room for it. */
export const employmentShortWords: Readonly<Record<EmploymentConcern, string>> = {
  none: 'No',
  'missing-from-interface': 'Yes: the interface gives none',
  'evidence-of-out-of-date': 'Yes: evidence says it is out of date',
}

/** What AAC asks, for the beginning of a line (INC-6). */
export const detailTitle = (field: DetailField): string => capital(fieldTitles[field])

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** An answer that stands for nothing to be had: an empty field is none (INC-6). */
export const nothingWords: Readonly<Partial<Record<DetailField, string>>> = {
  serviceRequest: 'No SR',
  serviceRequestStatus: 'No SR',
  caseNumber: 'No case affected',
  scin: 'No case affected',
  nino: 'None held',
  payingParent: 'No case affected',
  payingParentNino: 'None held',
  receivingParent: 'No case affected',
  receivingParentNino: 'None held',
  procedure: 'No procedure found',
  procedureStep: 'No procedure found',
  errorMessage: 'No message shown',
  otherInformation: 'Nothing else',
  reference: 'None held',
  employer: 'None held',
  payingParentAddress: 'None held',
  deoDesireFlagSetOn: 'Not set',
  rdoLsdoAttemptedOn: 'Not attempted',
  whyRdoLsdoFailed: 'Not attempted',
  anythingElse: 'Nothing else',
}

const otherFacts: Readonly<Record<Exclude<IncidentFact, DetailField>, string>> = {
  actionsTaken: 'Actions taken to resolve it',
  approvalNoted: 'The approval is in the note',
  callBackAt: 'AAC calls back',
  checkBackOn: 'To be checked on',
  colleagueAsked: 'Colleague asked',
  description: 'Description',
  directedBy: 'Lock kept on by direction of',
  documented: 'Documented in the notes of the service request',
  employment: 'About employment information',
  financeSpoc: 'Local Finance SPOC',
  inTime: 'Answered within 24 hours',
  number: 'Incident number',
  outcome: 'Outcome',
  problem: 'Kind of problem',
  raisedBefore: 'Raised before',
  readConsultation: 'Has read the consultation',
  receivedAt: 'Received',
  reductionAdviceRead: 'Incident Reduction Advice read',
  rejection: 'Rejected because',
  replyTo: 'Answer to',
  retriesBy: 'Retries by',
  reviewOn: 'Lock to be reviewed on',
  system: 'System',
  until: 'Until',
  words: 'Words',
  wordsSearched: 'Procedures searched for',
}

/** What a fact of the history is called. */
export const factWords = (fact: IncidentFact): string =>
  isDetail(fact) ? detailTitle(fact) : otherFacts[fact]

/** Whether it is an answer to what AAC asks. */
export const isDetail = (fact: IncidentFact | null): fact is DetailField =>
  fact !== null && fact in fieldTitles
