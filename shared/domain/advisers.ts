import { ADVICE_TYPE } from './advice.ts'
import type { SegmentName, StaffNumber, TeamId } from './ids.ts'
import type { FunctionallyUniqueSegment, StaffMember } from './organisation.ts'
import { type OrganisationIndex, segmentOf } from './organisation-index.ts'

/** The segments of Advice and Guidance that serve a team: of its country, and of a region of its segment (ADV-1). */
export function adviserSegments(
  team: TeamId | null,
  { bom, teams, segments }: OrganisationIndex,
): readonly FunctionallyUniqueSegment[] {
  const name = team === null ? undefined : teams.get(team)?.segment
  const asking = name && segments.get(name)
  if (!asking) return []
  return bom.functionallyUnique.filter(
    ({ srTypes, country, regions }) =>
      srTypes.includes(ADVICE_TYPE) &&
      country === asking.country &&
      (regions.length === 0 ||
        asking.regions.length === 0 ||
        regions.some(each => asking.regions.includes(each))),
  )
}

/** Who works in one of the segments, with access. */
export function staffIn(
  segments: readonly SegmentName[],
  { teamsOfSegment, staffOfTeam }: OrganisationIndex,
): readonly StaffMember[] {
  const teams = segments.flatMap(segment => teamsOfSegment.get(segment) ?? [])
  return teams.flatMap(({ id }) => staffOfTeam.get(id) ?? []).filter(({ access }) => access === 'active')
}

/** Whether the person gives advice to that team. */
export function isAdviserOf(number: StaffNumber, team: TeamId, index: OrganisationIndex): boolean {
  const member = index.staff.get(number)
  const own = member?.access === 'active' ? segmentOf(member, index) : null
  return own !== null && adviserSegments(team, index).some(({ name }) => name === own)
}
