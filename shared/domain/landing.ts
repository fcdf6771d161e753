import type { CaseGroup, ServiceRequest } from './case-group.ts'
import type { SegmentName, StaffNumber, TeamId } from './ids.ts'
import { isOpenRequest } from './open-work.ts'
import type { OrganisationIndex } from './organisation-index.ts'

/** Open case-owning requests go with the group's holder; specialists keep theirs (SR-1, ALLOC-7). */
export function withHolder(group: CaseGroup, holder: StaffNumber | null): CaseGroup {
  return { ...group, holder, serviceRequests: group.serviceRequests.map(request => follow(request, holder)) }
}

function follow(request: ServiceRequest, holder: StaffNumber | null): ServiceRequest {
  const follows = request.kind === 'case-owning' && isOpenRequest(request) && request.holder !== holder
  return follows ? { ...request, holder } : request
}

/**
 * The group unassigned in a segment, with its case-owning requests: in the queue of the only team, or,
 * where there are more, in the segment's (TEAM-1, ALLOC-7, RTS-3).
 */
export function land(group: CaseGroup, segment: SegmentName, index: OrganisationIndex): CaseGroup {
  return { ...withHolder(group, null), segment, team: queueTeam(segment, index), assignedOn: null }
}

/** The team whose queue is the segment's queue; null where the segment has several teams. */
export function queueTeam(segment: SegmentName, { teamsOfSegment }: OrganisationIndex): TeamId | null {
  const teams = teamsOfSegment.get(segment) ?? []
  return teams.length === 1 && teams[0] ? teams[0].id : null
}
