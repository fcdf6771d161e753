import { type BomIndex, indexBom } from './bom-index.ts'
import { groupBy } from './group-by.ts'
import type { SegmentName, StaffNumber, TeamId } from './ids.ts'
import type { Organisation, Segment, StaffMember, Team } from './organisation.ts'

export interface OrganisationIndex {
  readonly organisation: Organisation
  readonly bom: BomIndex
  readonly segments: ReadonlyMap<SegmentName, Segment>
  readonly teams: ReadonlyMap<TeamId, Team>
  readonly teamsOfSegment: ReadonlyMap<SegmentName, readonly Team[]>
  readonly staff: ReadonlyMap<StaffNumber, StaffMember>
  readonly staffOfTeam: ReadonlyMap<TeamId, readonly StaffMember[]>
}

const known = new WeakMap<Organisation, OrganisationIndex>()

/** Look-ups over the organisation, made once for each value of it. */
export function indexOrganisation(organisation: Organisation): OrganisationIndex {
  const found = known.get(organisation)
  if (found) return found
  const made = build(organisation)
  known.set(organisation, made)
  return made
}

function build(organisation: Organisation): OrganisationIndex {
  const { bom, staff, teams } = organisation
  return {
    organisation,
    bom: indexBom(bom),
    segments: new Map(bom.segments.map(segment => [segment.name, segment])),
    teams: new Map(teams.map(team => [team.id, team])),
    teamsOfSegment: groupBy(teams, team => team.segment),
    staff: new Map(staff.map(member => [member.number, member])),
    staffOfTeam: groupBy(
      staff.filter(member => member.team !== null),
      member => member.team as TeamId,
    ),
  }
}

/** The segment a person works in: that of his team. */
export function segmentOf(staff: StaffMember, { teams }: OrganisationIndex): SegmentName | null {
  return (staff.team && teams.get(staff.team)?.segment) ?? null
}
