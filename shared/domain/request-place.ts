import type { CaseGroup, ServiceRequest } from './case-group.ts'
import type { SegmentName, TeamId } from './ids.ts'
import type { OrganisationIndex } from './organisation-index.ts'
import { requestOrphaningOf } from './orphan.ts'
import { routeOf } from './routing.ts'

/** Where a request is directed from: a team's leader, or all leaders of a segment where no team has it yet. */
export interface RequestPlace {
  readonly team: TeamId | null
  readonly segment: SegmentName
}

/**
 * Its holder's team (SR-5). An orphaned specialist's request stays with the team that was left (ORPH-2); where that is not
 * known, and where nobody holds it, it waits in the segment it routes to (ALLOC-9, TEAM-1); all the rest, and what nobody
 * does there, is with its group.
 */
export function requestPlaceOf(
  request: ServiceRequest,
  group: CaseGroup,
  index: OrganisationIndex,
): RequestPlace {
  const withGroup: RequestPlace = { team: group.team, segment: group.segment }
  const orphaning = requestOrphaningOf(request, group, index)
  if (orphaning && request.kind === 'case-owning') return withGroup
  const holder = request.holder === null ? undefined : index.staff.get(request.holder)
  if (holder && !orphaning) return placeOfTeam(holder.team, index) ?? withGroup
  const left = orphaning && placeOfTeam(orphaning.leftTeam, index)
  if (left) return left
  const specialists = waitsWith(request, group, index)
  return specialists === null ? withGroup : { team: null, segment: specialists }
}

/** The specialist segment in whose queue it waits. SCR does all work of a sensitive group (ALLOC-12). */
export function waitsWith(
  request: Pick<ServiceRequest, 'kind' | 'type' | 'raisedAgainst'>,
  group: CaseGroup,
  { bom }: OrganisationIndex,
): SegmentName | null {
  if (request.kind !== 'functionally-unique' || group.sensitive) return null
  return routeOf(request, group, bom)?.name ?? null
}

/**
 * A specialist's request whose address leads to nobody, so that it is with its group: no leader of specialists sees it, and
 * whoever directs the group gives it to one (ALLOC-9, TEAM-1).
 */
export function isWithGroup(request: ServiceRequest, group: CaseGroup, index: OrganisationIndex): boolean {
  if (request.kind !== 'functionally-unique' || group.sensitive) return false
  return requestPlaceOf(request, group, index).segment === group.segment
}

/** Who can do a type at all, those of the group's country first: for an address that leads to none of them. */
export function specialistsAnywhere(
  { type }: ServiceRequest,
  { segment }: CaseGroup,
  { bom, segments }: OrganisationIndex,
): readonly SegmentName[] {
  const own = segments.get(segment)?.country
  return bom.functionallyUnique
    .filter(({ srTypes }) => srTypes.includes(type))
    .toSorted((a, b) => Number(b.country === own) - Number(a.country === own))
    .map(({ name }) => name)
}

function placeOfTeam(id: TeamId | null, { teams }: OrganisationIndex): RequestPlace | undefined {
  const team = id === null ? undefined : teams.get(id)
  return team && { team: team.id, segment: team.segment }
}
