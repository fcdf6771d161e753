import { type CaseGroup, isLive, type ServiceRequest } from './case-group.ts'
import type { StaffNumber, TeamId } from './ids.ts'
import { isOpenRequest } from './open-work.ts'
import type { StaffMember } from './organisation.ts'
import type { OrganisationIndex } from './organisation-index.ts'
import type { PlainDate } from './time.ts'

export type OrphanCause = 'access-removed' | 'team-move'

export interface Orphaning {
  readonly holder: StaffNumber
  readonly cause: OrphanCause
  /** When he left; null where the extract does not say. */
  readonly leftOn: PlainDate | null
  /** The team he left: where a specialist's request is missed (ORPH-2). */
  readonly leftTeam: TeamId | null
}

/** Whether nobody sees the group in CMS2012 any more, and why (ORPH-1). */
export function orphaningOf(group: CaseGroup, index: OrganisationIndex): Orphaning | null {
  if (group.holder === null || !isLive(group)) return null
  const holder = index.staff.get(group.holder)
  if (holder?.access !== 'active') return accessRemoved(group.holder, holder)
  return holder.movedOn !== null && holder.team !== group.team ? teamMove(holder) : null
}

/** The same of a service request, whichever group it is on: after a move, those created up to that day. */
export function requestOrphaningOf(
  request: ServiceRequest,
  group: CaseGroup,
  index: OrganisationIndex,
): Orphaning | null {
  if (request.holder === null || !isOpenRequest(request) || !isLive(group)) return null
  const holder = index.staff.get(request.holder)
  const left = holder && leftWithMove(request, holder) ? holder.previousTeam : (holder?.team ?? null)
  // Both: access removed, and missed where he had it.
  if (holder?.access !== 'active') return { ...accessRemoved(request.holder, holder), leftTeam: left }
  return leftWithMove(request, holder) ? teamMove(holder) : null
}

const leftWithMove = (request: ServiceRequest, { movedOn }: StaffMember): boolean =>
  movedOn !== null && request.createdOn <= movedOn && !wasGiven(request, movedOn)

// What was given to him here after his move is not what he left behind: a request (ORPH-5), or a group, which brought
// its requests along, older ones too (TEAM-1).
const wasGiven = ({ here }: ServiceRequest, movedOn: PlainDate): boolean =>
  here !== null && here.assignedOn !== null && here.assignedOn >= movedOn

// Whoever is on the staff no longer has no access either.
function accessRemoved(number: StaffNumber, holder: StaffMember | undefined): Orphaning {
  const { accessEndedOn: leftOn = null, team: leftTeam = null } = holder ?? {}
  return { holder: number, cause: 'access-removed', leftOn, leftTeam }
}

function teamMove(holder: StaffMember): Orphaning {
  return { holder: holder.number, cause: 'team-move', leftOn: holder.movedOn, leftTeam: holder.previousTeam }
}
