import type { CaseGroup, ServiceRequest } from '../domain/case-group.ts'
import type { SegmentName, StaffNumber, TeamId } from '../domain/ids.ts'
import { type OrganisationIndex, segmentOf } from '../domain/organisation-index.ts'
import { orphaningOf, requestOrphaningOf } from '../domain/orphan.ts'
import { type RequestPlace, requestPlaceOf } from '../domain/request-place.ts'
import { activeWith, deputyshipsOf, isUnled } from '../domain/standing-in.ts'
import type { PlainDate } from '../domain/time.ts'

/** Leads the team, on that day perhaps as its leader's deputy (TEAM-3). */
export function leadsTeam(
  number: StaffNumber,
  team: TeamId | null,
  index: OrganisationIndex,
  today: PlainDate,
): boolean {
  if (team === null) return false
  if (activeWith('team-leader', number, index)?.team === team) return true
  return deputyshipsOf(team, index, today).some(({ deputy }) => deputy === number)
}

export function managesSegment(number: StaffNumber, segment: SegmentName, index: OrganisationIndex): boolean {
  const manager = activeWith('segment-manager', number, index)
  return manager !== undefined && segmentOf(manager, index) === segment
}

/** Leads any team of the segment (INC-16, TEAM-1). */
export function leadsInSegment(number: StaffNumber, segment: SegmentName, index: OrganisationIndex): boolean {
  const leader = activeWith('team-leader', number, index)
  return leader !== undefined && segmentOf(leader, index) === segment
}

/** A team leader acts on his own team's groups, a segment manager on his segment's (RTS-6). */
export function directs(
  number: StaffNumber,
  group: CaseGroup,
  index: OrganisationIndex,
  today: PlainDate,
): boolean {
  return leadsTeam(number, group.team, index, today) || managesSegment(number, group.segment, index)
}

/** The leader of its team, of any team of the segment where it is none's, and the segment manager (ORPH-2, INC-18). */
export function directsPlace(
  number: StaffNumber,
  { team, segment }: RequestPlace,
  index: OrganisationIndex,
  today: PlainDate,
): boolean {
  if (managesSegment(number, segment, index)) return true
  return team === null ? leadsInSegment(number, segment, index) : leadsTeam(number, team, index, today)
}

/**
 * Leads where it is: the leader of its team or his deputy, any leader of the segment where it is none's; the segment manager
 * only in the place of a leader who is away, or where there is none (INC-5, TEAM-1, TEAM-3).
 */
export function leadsPlace(
  number: StaffNumber,
  { team, segment }: RequestPlace,
  index: OrganisationIndex,
  today: PlainDate,
): boolean {
  if (team === null) return directsPlace(number, { team, segment }, index, today)
  if (leadsTeam(number, team, index, today)) return true
  return managesSegment(number, segment, index) && isUnled(team, index, today)
}

/** His own group, or one that he directs: a holder who is gone directs nothing (LOCK-9, LOCK-11). */
export function holdsOrDirects(
  number: StaffNumber,
  group: CaseGroup,
  index: OrganisationIndex,
  today: PlainDate,
): boolean {
  const holds = group.holder === number && orphaningOf(group, index) === null
  return holds || directs(number, group, index, today)
}

/** An active caseworker of the team (TEAM-1). */
export function isCaseworkerOf(number: StaffNumber, team: TeamId, index: OrganisationIndex): boolean {
  return activeWith('caseworker', number, index)?.team === team
}

/** Local IT; of a nationally sensitive group only who is nominated (ORPH-4, ACC-3). */
export function isLocalIt(number: StaffNumber, sensitive: boolean, index: OrganisationIndex): boolean {
  const member = activeWith('local-it', number, index)
  return member !== undefined && (!sensitive || member.scrNominated)
}

/**
 * A team leader reaches the requests of his own team's members, whoever's group they are on (SR-5), and those that wait
 * in his segment's queue; a segment manager those of his segment.
 */
export function directsRequest(
  number: StaffNumber,
  request: ServiceRequest,
  group: CaseGroup,
  index: OrganisationIndex,
  today: PlainDate,
): boolean {
  return directsPlace(number, requestPlaceOf(request, group, index), index, today)
}

/** His own request, or one that he directs; what he left behind is not his any more (SR-1, ORPH-1). */
export function worksRequest(
  number: StaffNumber,
  request: ServiceRequest,
  group: CaseGroup,
  index: OrganisationIndex,
  today: PlainDate,
): boolean {
  const holds = request.holder === number && requestOrphaningOf(request, group, index) === null
  return holds || directsRequest(number, request, group, index, today)
}
