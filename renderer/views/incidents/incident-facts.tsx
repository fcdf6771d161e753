import { type DetailField, type Details, isNinoField } from '../../../shared/domain/incident-details.ts'
import { londonDate } from '../../../shared/domain/time.ts'
import { longDate } from '../../../shared/queries/date-words.ts'
import { detailTitle, employmentWords } from '../../../shared/queries/incident-field-words.ts'
import { fieldTitles } from '../../../shared/queries/incident-words.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { type Fact, FactList } from '../../components/fact-list.tsx'
import { Nino } from '../../components/nino.tsx'
import { Section } from '../../components/section.tsx'
import { useReadings } from '../desk-context.ts'
import { askedFields } from './detail-fields.ts'
import type { FoundIncident } from './focused-incident.ts'

/** What AAC asks with the answers, what was tried before, and who has what to do with it. */
export function IncidentFacts({ found: { incident } }: { readonly found: FoundIncident }) {
  const { index } = useReadings()
  const { checks, details, employment, consulted, authorised, retriesBy, joined, rejection } = incident
  const by = (person: { readonly by: Parameters<typeof staffName>[0]; readonly at: string } | null) =>
    person ? `${staffName(person.by, index)}, ${longDate(londonDate(person.at))}` : 'not yet'
  const facts: readonly Fact[] = [
    ['Consulted', by(consulted)],
    ['Authorised', by(authorised)],
    ['AAC’s number', incident.number ?? 'none yet'],
    ...(rejection === null ? [] : [['Rejected because', rejection] as const]),
    ...(retriesBy === null ? [] : [['Retries by', staffName(retriesBy, index)] as const]),
    ...(incident.actionsTaken === null ? [] : [['Actions taken', incident.actionsTaken] as const]),
    ['Procedures searched for', checks.wordsSearched],
    ['Colleague asked', checks.colleagueAsked],
    ['Raised before', checks.raisedBefore === 'no' ? 'No' : 'Not known'],
    ...(checks.financeSpoc === null ? [] : [['Local Finance SPOC', checks.financeSpoc] as const]),
    ['Employment information', employmentWords[employment]],
  ]
  return (
    <>
      <Section title="How it came here">
        <FactList facts={facts} />
        {joined.length > 0 && <Joined found={joined} />}
      </Section>
      <Section title="What AAC asks">
        <FactList facts={answersOf(details, askedFields(employment))} />
      </Section>
    </>
  )
}

const answersOf = (details: Details, fields: readonly DetailField[]): readonly Fact[] =>
  fields.map(field => [detailTitle(field), answerTo(field, details[field])])

function answerTo(field: DetailField, answer: string | undefined) {
  if (answer === undefined) return 'not known yet'
  return isNinoField(field) ? <Nino words={answer} name={fieldTitles[field]} /> : answer
}

function Joined({ found }: { readonly found: FoundIncident['incident']['joined'] }) {
  const { index } = useReadings()
  return (
    <ul>
      {found.map(({ by, at, words }) => (
        <li key={`${by} ${at}`}>
          {staffName(by, index)} joined it: {words}
        </li>
      ))}
    </ul>
  )
}
