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
 * Its holder's team (SR-5). An orphaned specialist's request stays with the specialist team that was left (ORPH-2); where that
 * is not known or none of specialists, and where nobody holds it, it waits in the segment it routes to (ALLOC-9, TEAM-1); all
 * the rest, what nobody does there and what SCR's is (ALLOC-12), is with its group.
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
  if (left && !group.sensitive && isOfSpecialists(left, index)) return left
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

/** It is with specialists: their leaders direct it. */
export const isOfSpecialists = ({ segment }: RequestPlace, { segments }: OrganisationIndex): boolean =>
  segments.get(segment)?.kind === 'functionally-unique'

/**
 * Who does a specialist's request that is with no specialists, because its address leads to none or because somebody else has
 * it, Special Client Records after the marker is gone for one: whoever directs it there gives it to those it routes to, or to
 * any who do the type where it routes to nobody (ALLOC-9, TEAM-1). Null: it is with specialists, or SCR's (ALLOC-12).
 */
export function specialistsToChoose(
  request: ServiceRequest,
  group: CaseGroup,
  index: OrganisationIndex,
): readonly SegmentName[] | null {
  if (request.kind !== 'functionally-unique' || group.sensitive) return null
  if (isOfSpecialists(requestPlaceOf(request, group, index), index)) return null
  const routed = waitsWith(request, group, index)
  return routed === null ? specialistsAnywhere(request, group, index) : [routed]
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
