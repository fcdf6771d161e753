import type { CaseGroup, ServiceRequest } from './case-group.ts'
import type { SegmentName, StaffNumber, TeamId } from './ids.ts'
import { isOpenRequest } from './open-work.ts'
import type { OrganisationIndex } from './organisation-index.ts'
import { withHere } from './request-here.ts'
import type { PlainDate } from './time.ts'

/**
 * Open case-owning requests go with the group's holder; specialists keep theirs (SR-1, ALLOC-7). Each remembers the day,
 * so that an older move of the holder does not orphan it (ORPH-5).
 */
export function withHolder(group: CaseGroup, holder: StaffNumber, today: PlainDate): CaseGroup {
  return following(group, holder, request => withHere({ ...request, holder }, { assignedOn: today }))
}

function withoutHolder(group: CaseGroup): CaseGroup {
  return following(group, null, request => {
    const left = { ...request, holder: null }
    return request.here ? withHere(left, { assignedOn: null }) : left
  })
}

function following(
  group: CaseGroup,
  holder: StaffNumber | null,
  follow: (request: ServiceRequest) => ServiceRequest,
): CaseGroup {
  const follows = (request: ServiceRequest) => request.kind === 'case-owning' && isOpenRequest(request)
  const serviceRequests = group.serviceRequests.map(each => (follows(each) ? follow(each) : each))
  return { ...group, holder, serviceRequests }
}

/**
 * The group unassigned in a segment, with its case-owning requests: in the queue of the only team, or,
 * where there are more, in the segment's (TEAM-1, ALLOC-7, RTS-3).
 */
export function land(group: CaseGroup, segment: SegmentName, index: OrganisationIndex): CaseGroup {
  return { ...withoutHolder(group), segment, team: queueTeam(segment, index), assignedOn: null }
}

/** The team whose queue is the segment's queue; null where the segment has several teams. */
export function queueTeam(segment: SegmentName, { teamsOfSegment }: OrganisationIndex): TeamId | null {
  const teams = teamsOfSegment.get(segment) ?? []
  return teams.length === 1 && teams[0] ? teams[0].id : null
}
