import type { TeamId } from '../domain/ids.ts'
import type { Incident } from '../domain/incident.ts'
import { answersAac } from '../domain/incident.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { leadersOf } from '../domain/standing-in.ts'
import { capital } from './incident-field-words.ts'
import { stateWords } from './incident-words.ts'
import { type IncidentRow, turnOf } from './incidents.ts'
import { staffName } from './names.ts'

/** `Referred, to be authorised`, for the beginning of a line. */
export const stateTitle = ({ state }: Pick<Incident, 'state'>): string => capital(stateWords[state])

/** Who has to do something next, by name. */
export function turnWords({ incident, team, section }: IncidentRow, index: OrganisationIndex): string {
  switch (turnOf(section)) {
    case 'leader':
      return leaderName(team, index)
    case 'raiser':
      return staffName(answersAac(incident), index)
    case 'either':
      return `${staffName(answersAac(incident), index)} or ${leaderName(team, index)}`
    case 'aac':
      return 'AAC'
    case 'advice':
      return 'Advice and Guidance'
    case 'nobody':
      return 'nobody now'
  }
}

function leaderName(team: TeamId | null, index: OrganisationIndex): string {
  const [leader] = team === null ? [] : leadersOf(team, index)
  return leader?.name ?? 'the segment manager'
}
