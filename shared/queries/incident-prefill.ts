import { type CaseGroup, type Person, payingParentOf, type ServiceRequest } from '../domain/case-group.ts'
import type { StaffNumber } from '../domain/ids.ts'
import type { Details } from '../domain/incident-details.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { isMadeHere } from '../domain/request-here.ts'
import { activeWith } from '../domain/standing-in.ts'
import type { PlainDate } from '../domain/time.ts'
import { longDate } from './date-words.ts'
import { nothingWords } from './incident-field-words.ts'

/** What an incident is about. */
export interface Affected {
  /** Null: no case. */
  readonly group: CaseGroup | null
  readonly request: ServiceRequest | null
}

/** All of what AAC asks that the desk knows by itself, whoever raises it (INC-6). */
export function knownDetails(
  { group, request }: Affected,
  raiser: StaffNumber,
  index: OrganisationIndex,
  today: PlainDate,
): Details {
  return answered({
    dateRaised: longDate(today),
    ...ofStaff(raiser, index),
    ...(request ? ofRequest(request) : { serviceRequest: undefined }),
    ...(group ? ofGroup(group, request) : noCase),
  })
}

function ofStaff(raiser: StaffNumber, index: OrganisationIndex) {
  const own = index.staff.get(raiser)
  const team = own?.team ? index.teams.get(own.team) : undefined
  const leader = (team ? (index.staffOfTeam.get(team.id) ?? []) : []).find(
    ({ number }) => activeWith('team-leader', number, index)?.team === team?.id,
  )
  return {
    location: team?.location,
    team: team?.name,
    workgroup: team?.workgroup,
    caseworkerStaffNumber: raiser as string,
    teamLeaderStaffNumber: leader?.number as string | undefined,
  }
}

// One that CMS2012 has no number of is asked for: AAC knows no number of the desk's own (INC-6).
const ofRequest = (request: ServiceRequest) => ({
  serviceRequest: isMadeHere(request) ? undefined : (request.number as string),
  serviceRequestStatus: request.status,
})

function ofGroup(group: CaseGroup, request: ServiceRequest | null) {
  const [, ...receiving] = group.people
  const paying = payingParentOf(group)
  const concerned = group.people.find(({ scin }) => scin === request?.raisedAgainst) ?? paying
  return {
    caseNumber: request?.case ?? group.id,
    scin: concerned.scin as string,
    nino: ninoOf(concerned),
    payingParent: nameOf(paying),
    payingParentNino: ninoOf(paying),
    receivingParent: receiving.map(nameOf).join('; '),
    receivingParentNino: receiving.map(ninoOf).join('; '),
  }
}

/** "No case affected" is an answer, an empty field is not (INC-6). */
const noCase: Details = {
  serviceRequest: 'No SR',
  serviceRequestStatus: 'No SR',
  caseNumber: 'No case affected',
  scin: 'No case affected',
  nino: 'No case affected',
  payingParent: 'No case affected',
  payingParentNino: 'No case affected',
  receivingParent: 'No case affected',
  receivingParentNino: 'No case affected',
}

export const nameOf = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`
const ninoOf = ({ nino }: Person): string => nino ?? nothingWords.nino ?? ''

/** The paying parent's address as AAC is told it where employment information is the problem. */
export function addressOf({ addressLine1, addressLine2, town, postcode }: Person): string {
  return [addressLine1, addressLine2, town, postcode].filter(Boolean).join(', ')
}

function answered(details: Readonly<Record<string, string | undefined>>): Details {
  return Object.fromEntries(Object.entries(details).filter(([, answer]) => answer?.trim()))
}
