import type { SegmentName, TeamId } from './ids.ts'
import type { Division } from './organisation.ts'
import type { OrganisationIndex } from './organisation-index.ts'

/** Whose bank holidays count: the team's; without a team, those of the first one of its segment (ADV-4). */
export function divisionOfPlace(
  { team, segment }: { readonly team: TeamId | null; readonly segment: SegmentName },
  { teams, teamsOfSegment }: OrganisationIndex,
): Division {
  const owner = (team && teams.get(team)) || teamsOfSegment.get(segment)?.[0]
  return owner?.division ?? 'england-and-wales'
}
