import type { IncidentFact, IncidentFacts } from '../domain/incident.ts'
import { isAboutSomebody } from './about-somebody.ts'

// Of a message, such as SBL-DAT-00215 or 0x80070005, or of AAC; what follows the word for it, up to ten figures: a person's
// number has twelve. “Incident 300000001” may be that of a case: only “incident number” or “AAC incident” is AAC's for certain.
const codes =
  /\b(?:0x[0-9A-F]{1,16}|INC[- ]?\d{1,10}|(?:(?:error|event|code|ticket|AAC(?:['’]s)? incident)(?: code| id| no\.?| number)?|incident (?:id|no\.?|number))[: ]\s*[-#]?\d{1,10}|[A-Z]{3,}(?:-[A-Z]{2,})*-?\d{1,6})\b/gi

// Where somebody is to be rung, of nine to eleven figures; a case has nine too, so that it is the words that tell.
const telephones =
  /\b(?:(?:ring|call|phone|dial|contact|reach)(?: (?:us|me|them|back|aac|the|help ?desk|team))* (?:on|at|under)|(?:tele)?phone(?: number| no\.?)?|tel\.?)[: ]\s*(?:\+44[- ]?)?\(?\d(?:[- ()]*\d){8,10}(?!\d)/gi

/** Whether a text has a number of a case or a person in it; that of a message or an incident is nobody's. */
export const namesClient = (text: string, ownNumber: string | null = null): boolean =>
  isAboutSomebody(
    (ownNumber ? text.replaceAll(ownNumber, ' ') : text).replace(telephones, ' ').replace(codes, ' '),
  )

// Of AAC or of colleagues.
const ofNoClient: readonly IncidentFact[] = [
  'caseworkerStaffNumber',
  'colleagueAsked',
  'number',
  'replyTo',
  'retriesBy',
  'teamLeaderStaffNumber',
]

/** A sentence where what is said of an incident without a case names somebody: the whole team reads it (ACC-3). */
export function objectionToNaming(facts: IncidentFacts, ownNumber: string | null): string | undefined {
  const told = Object.entries(facts).filter(([fact]) => !ofNoClient.includes(fact as IncidentFact))
  return told.some(([, text]) => namesClient(text, ownNumber))
    ? 'It affects no case, so the whole team reads it: leave numbers of cases and people out, or raise it on the case group. A number that AAC gave is written “incident number 12345678”.'
    : undefined
}
