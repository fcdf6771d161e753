import type { StaffNumber } from '../domain/ids.ts'
import type { IncidentFact, IncidentFacts } from '../domain/incident.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { longDate, whenWords } from './date-words.ts'
import { capital, employmentWords, factWords, problemWords } from './incident-field-words.ts'
import { staffName } from './names.ts'

/** What a fact of the history says, as one reads it. */
export function factText(fact: IncidentFact, value: string, index: OrganisationIndex): string {
  switch (fact) {
    case 'callBackAt':
    case 'receivedAt':
      return whenWords(value, '')
    case 'checkBackOn':
    case 'reviewOn':
    case 'until':
      return longDate(value)
    case 'retriesBy':
      return staffName(value as StaffNumber, index)
    case 'problem':
      return problemWords[value as keyof typeof problemWords] ?? value
    case 'employment':
      return employmentWords[value as keyof typeof employmentWords] ?? value
    case 'raisedBefore':
      return value === 'not-known' ? 'not known' : value
    default:
      return value
  }
}

// What the desk says of it; all else is in the words of whoever wrote it, an address as it was (INC-13).
const coded: ReadonlySet<IncidentFact> = new Set([
  'approvalNoted',
  'documented',
  'inTime',
  'outcome',
  'raisedBefore',
  'readConsultation',
  'reductionAdviceRead',
])

/** The same at the beginning of a line. */
export function factTitle(fact: IncidentFact, value: string, index: OrganisationIndex): string {
  const text = factText(fact, value, index)
  return coded.has(fact) ? capital(text) : text
}

/** Facts one after the other: `Outcome: successful. Tried it.` */
export function factsText(facts: IncidentFacts, index: OrganisationIndex): string {
  return (Object.entries(facts) as [IncidentFact, string][])
    .map(([fact, value]) => {
      const text = factText(fact, value, index)
      return fact === 'words' ? capital(text) : `${factWords(fact)}: ${text}`
    })
    .map(text => (/[.!?]$/.test(text) ? text : `${text}.`))
    .join(' ')
}
