import { problemKinds } from '../../../shared/domain/incident.ts'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { problemShortWords } from '../../../shared/queries/incident-field-words.ts'
import { type IncidentSection, turnOf } from '../../../shared/queries/incident-turn.ts'
import { hasRetriesUnseen, type IncidentRow, incidentToDo } from '../../../shared/queries/incidents.ts'
import type { Viewpoint } from '../../../shared/queries/viewpoint.ts'
import type { Sections } from '../../grid/lines.ts'
import type { Facet } from '../list/facet.ts'

/** What is to be done, and whose turn it is. */
const toDo: Readonly<Record<IncidentSection, string>> = {
  answer: 'Emails from AAC to answer',
  consult: 'Consultations',
  decide: 'Referrals to authorise or send back',
  check: 'To be checked back on now',
  close: 'Solved, to be closed',
  raise: 'AAC to be called',
  inform: 'More information to be given',
  refer: 'To be documented and referred',
  'call-back': 'AAC calls back',
  aac: 'With AAC',
  ask: 'To ask Advice and Guidance',
  advice: 'With Advice and Guidance',
  advised: 'Back from Advice and Guidance',
  'check-later': 'Resolved, to be checked back on later',
  ended: 'Ended in the last 28 days',
}

function whoseTurn(section: IncidentSection, yours: boolean, { kind }: Viewpoint): string {
  const leads = kind !== 'person'
  switch (turnOf(section)) {
    case 'leader':
      if (yours) return ': your turn'
      return kind === 'team' ? ': with another team leader' : ': with the team leader'
    case 'raiser':
      if (yours) return ': your turn'
      return leads ? ': with the caseworker' : ': with whoever raised it'
    case 'either':
      if (!yours) return ': with whoever raised it and his team leader'
      return leads ? ': yours or the caseworker’s' : ': yours or your team leader’s'
    default:
      return ''
  }
}

const OTHERS = ' of others'

/** Under headings by what is to be done and whose turn it is. */
export function incidentSections(view: Viewpoint): Sections<IncidentRow> {
  return {
    of: ({ section, yours }) => (yours ? section : `${section}${OTHERS}`),
    title(heading, count) {
      const known = heading.replace(OTHERS, '') as IncidentSection
      return `${toDo[known]}${whoseTurn(known, known === heading, view)} · ${numberWords(count)}`
    },
    alarming: section => section === 'answer',
  }
}

export const incidentFacets: readonly Facet<IncidentRow>[] = [
  {
    id: 'turn',
    title: 'Whose turn',
    options: [
      { value: 'yours', label: 'Yours' },
      { value: 'decide', label: 'Yours to decide' },
      { value: 'go-on', label: 'Waiting for your next step' },
      { value: 'leader', label: 'Team leader' },
      { value: 'approver', label: 'Another team leader' },
      { value: 'raiser', label: 'Caseworker' },
      { value: 'either', label: 'Either of them' },
      { value: 'aac', label: 'AAC' },
      { value: 'advice', label: 'Advice and Guidance' },
      { value: 'nobody', label: 'Nobody now' },
    ],
    valuesOf(row) {
      const toDo = incidentToDo(row)
      return [row.turn, ...(row.yours ? ['yours'] : []), ...(toDo === null ? [] : [toDo])]
    },
  },
  {
    id: 'problem',
    title: 'Kind',
    options: problemKinds.map(value => ({ value, label: problemShortWords[value] })),
    valuesOf: ({ incident }) => [incident.problem],
  },
  {
    id: 'system',
    title: 'System',
    options: [
      { value: 'CMS2012', label: 'CMS2012' },
      { value: 'BaNCS', label: 'BaNCS' },
    ],
    valuesOf: ({ incident }) => [incident.system],
  },
  {
    id: 'aac',
    title: 'AAC',
    options: [
      { value: 'answer', label: 'Email to answer' },
      { value: 'numbered', label: 'Has a number' },
      { value: 'rejected', label: 'Rejected' },
      { value: 'escalated', label: 'Escalated' },
      { value: 'employment', label: 'Employment information' },
      { value: 'retries-unseen', label: 'Retries not seen' },
      { value: 'no-case', label: 'No case affected' },
    ],
    valuesOf: row => [
      ...(row.section === 'answer' ? ['answer'] : []),
      ...(row.incident.number === null ? [] : ['numbered']),
      ...(row.incident.state === 'rejected' ? ['rejected'] : []),
      ...(row.incident.escalated ? ['escalated'] : []),
      ...(row.incident.employment === 'none' ? [] : ['employment']),
      ...(hasRetriesUnseen(row) ? ['retries-unseen'] : []),
      ...(row.group === null ? ['no-case'] : []),
    ],
  },
]
