import type { TeamId } from '../domain/ids.ts'
import type { Incident } from '../domain/incident.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { leadersOf, leadingOn } from '../domain/standing-in.ts'
import type { PlainDate } from '../domain/time.ts'
import { capital } from './incident-field-words.ts'
import { stateWords } from './incident-words.ts'
import type { IncidentRow } from './incidents.ts'
import { staffName } from './names.ts'

/** `Referred, to be authorised`, for the beginning of a line. */
export const stateTitle = ({ state }: Pick<Incident, 'state'>): string => capital(stateWords[state])

/** Who has to do something next, by name. */
export function turnWords(
  { turn, answering, team, incident }: IncidentRow,
  index: OrganisationIndex,
  today: PlainDate,
): string {
  const leader = leaderName(team, index, today)
  const raiser = answering === null ? leader : staffName(answering, index)
  switch (turn) {
    case 'leader':
      return leader
    case 'approver':
      return isLeaders(incident, team, index)
        ? 'another team leader of the segment or the segment manager'
        : 'a team leader of the segment'
    case 'raiser':
      return raiser
    case 'either':
      return raiser === leader ? leader : `${raiser} or ${leader}`
    case 'aac':
      return 'AAC'
    case 'advice':
      return 'Advice and Guidance'
    case 'nobody':
      return 'nobody now'
  }
}

// What the segment manager raised is no manager's to authorise (INC-16).
const isLeaders = ({ raisedBy }: Incident, team: TeamId | null, index: OrganisationIndex): boolean =>
  team !== null && leadersOf(team, index).some(({ number }) => number === raisedBy)

// His deputy while he is away; without one the team is the segment manager's (TEAM-3).
function leaderName(team: TeamId | null, index: OrganisationIndex, today: PlainDate): string {
  const [leader] = team === null ? [] : leadingOn(team, index, today)
  return leader === undefined ? 'the segment manager' : staffName(leader, index)
}
