import type { StaffNumber, TeamId } from '../domain/ids.ts'
import type { Incident } from '../domain/incident.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { leadersOf, leadingOn } from '../domain/standing-in.ts'
import type { PlainDate } from '../domain/time.ts'
import { capital } from './incident-field-words.ts'
import { stateShortWords, stateWords } from './incident-words.ts'
import type { IncidentRow } from './incidents.ts'
import { staffName } from './names.ts'

/** `Referred, to be authorised`, for the beginning of a line. */
export const stateTitle = ({ state }: Pick<Incident, 'state'>): string => capital(stateWords[state])

/** The same in a list, whose headings say what is to be done. */
export const stateShortTitle = ({ state }: Pick<Incident, 'state'>): string =>
  capital(stateShortWords[state] ?? stateWords[state])

/** Who has to do something next, by name, as a column has room for it. */
export const turnWords = (row: IncidentRow, index: OrganisationIndex, today: PlainDate): string =>
  partiesOf(row, index, today)
    .map(({ words }) => words)
    .join(' or ')

/** The same in a sentence for one of those who may be meant: `Rachel Mills or you`. */
export function turnWordsTo(
  reader: StaffNumber,
  row: IncidentRow,
  index: OrganisationIndex,
  today: PlainDate,
): string {
  const parties = partiesOf(row, index, today)
  const named = parties.some(({ numbers }) => numbers.includes(reader))
  const isReader = ({ numbers }: Party) =>
    named ? numbers.includes(reader) : row.yours && numbers.length === 0
  // Whoever is away, or has handed it on, may still do it.
  const besides = row.yours && !parties.some(isReader) ? ['you'] : []
  return [
    ...parties.map(party => (isReader(party) ? 'you' : `${party.article}${party.words}`)),
    ...besides,
  ].join(' or ')
}

/** Somebody whose turn it is: of a role nobody is named. */
interface Party {
  readonly numbers: readonly StaffNumber[]
  readonly words: string
  /** What a sentence puts before it. */
  readonly article: '' | 'the '
}

function partiesOf(
  { turn, answering, team, incident }: IncidentRow,
  index: OrganisationIndex,
  today: PlainDate,
): readonly Party[] {
  const leader = leaderOf(team, index, today)
  const raiser = answering === null ? leader : person([answering], answering, index)
  switch (turn) {
    case 'leader':
      return [leader]
    case 'approver':
      return [
        role(
          isLeaders(incident, team, index)
            ? 'another team leader of the segment or the segment manager'
            : 'a team leader of the segment',
        ),
      ]
    case 'raiser':
      return [raiser]
    case 'either':
      return raiser.numbers.every(number => leader.numbers.includes(number))
        ? [{ ...raiser, numbers: leader.numbers }]
        : [raiser, leader]
    case 'aac':
      return [role('AAC')]
    case 'advice':
      return [role('Advice and Guidance')]
    case 'nobody':
      return [role('nobody now')]
  }
}

const role = (words: string, article: Party['article'] = ''): Party => ({ numbers: [], words, article })

/** One is named for all of them. */
const person = (numbers: Party['numbers'], named: StaffNumber, index: OrganisationIndex): Party => ({
  numbers,
  words: staffName(named, index),
  article: '',
})

// What the segment manager raised is no manager's to authorise (INC-16).
const isLeaders = ({ raisedBy }: Incident, team: TeamId | null, index: OrganisationIndex): boolean =>
  team !== null && leadersOf(team, index).some(({ number }) => number === raisedBy)

// His deputy while he is away; without one the team is the segment manager's (TEAM-3).
function leaderOf(team: TeamId | null, index: OrganisationIndex, today: PlainDate): Party {
  const numbers = team === null ? [] : leadingOn(team, index, today)
  const [leader] = numbers
  return leader === undefined ? role('segment manager', 'the ') : person(numbers, leader, index)
}
