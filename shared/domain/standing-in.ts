import { HIGHEST_RANK } from './bom-index.ts'
import type { SegmentName, StaffNumber, TeamId } from './ids.ts'
import type { Role, StaffMember } from './organisation.ts'
import { type OrganisationIndex, segmentOf } from './organisation-index.ts'
import type { Absence, Deputyship } from './rota.ts'
import type { PlainDate } from './time.ts'

/** The member, while he has access and the role. */
export function activeWith(
  role: Role,
  number: StaffNumber,
  { staff }: OrganisationIndex,
): StaffMember | undefined {
  const member = staff.get(number)
  return member?.access === 'active' && member.roles.includes(role) ? member : undefined
}

/** Whether the day is within the dates, the first and the last included. */
export const covers = ({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }, day: PlainDate) =>
  from <= day && day <= to

/** The absence of a person on a day, marked in this team or in one that he has left (TEAM-2). */
export function absenceOf(
  number: StaffNumber,
  { absences }: OrganisationIndex,
  day: PlainDate,
): Absence | undefined {
  return absences.get(number)?.find(absence => covers(absence, day))
}

/** Who leads the team and has access; mostly one. */
export function leadersOf(team: TeamId, { staffOfTeam }: OrganisationIndex): readonly StaffMember[] {
  const crew = staffOfTeam.get(team) ?? []
  return crew.filter(({ access, roles }) => access === 'active' && roles.includes('team-leader'))
}

/** Whether he would be sent a segment's groups: in Special Client Records only whoever is nominated is (ACC-3). */
export function mayLeadIn(
  { scrNominated }: StaffMember,
  segment: SegmentName,
  { bom }: OrganisationIndex,
): boolean {
  return scrNominated || bom.caseOwning.get(segment)?.rank !== HIGHEST_RANK
}

/** The deputyships of a team that hold on a day: leader and deputy still lead, in one segment, and may (TEAM-3). */
export function deputyshipsOf(team: TeamId, index: OrganisationIndex, day: PlainDate): readonly Deputyship[] {
  const { deputyships = [] } = index.rotas.get(team) ?? {}
  return deputyships.filter(deputyship => covers(deputyship, day) && holds(deputyship, team, index))
}

function holds({ leader, deputy }: Deputyship, team: TeamId, index: OrganisationIndex): boolean {
  const other = activeWith('team-leader', deputy, index)
  if (!other || activeWith('team-leader', leader, index)?.team !== team) return false
  const segment = index.teams.get(team)?.segment
  return segment !== undefined && segmentOf(other, index) === segment && mayLeadIn(other, segment, index)
}

/** The teams that he leads on a day as somebody's deputy. */
export function deputyTeamsOf(
  number: StaffNumber,
  index: OrganisationIndex,
  day: PlainDate,
): readonly TeamId[] {
  const leader = activeWith('team-leader', number, index)
  const segment = leader && segmentOf(leader, index)
  if (!segment || index.rotas.size === 0) return []
  return teamsIn(segment, index).filter(team =>
    deputyshipsOf(team, index, day).some(({ deputy }) => deputy === number),
  )
}

/** The teams of a segment that are its manager's on a day: no leader who may lead is there, and no deputy (TEAM-3). */
export function unledTeamsOf(
  segment: SegmentName,
  index: OrganisationIndex,
  day: PlainDate,
): readonly TeamId[] {
  return teamsIn(segment, index).filter(team => isUnled(team, index, day))
}

const teamsIn = (segment: SegmentName, { teamsOfSegment }: OrganisationIndex) =>
  (teamsOfSegment.get(segment) ?? []).map(({ id }) => id)

export function isUnled(team: TeamId, index: OrganisationIndex, day: PlainDate): boolean {
  return leadingOn(team, index, day).length === 0
}

/**
 * Who leads the team on a day and is there: its leaders, and whoever stands in for one of them (TEAM-3). Whoever is sent
 * none of its groups leads no work on them, his own team's no more than another's (ACC-3).
 */
export function leadingOn(team: TeamId, index: OrganisationIndex, day: PlainDate): readonly StaffNumber[] {
  const segment = index.teams.get(team)?.segment
  const leaders = leadersOf(team, index)
    .filter(leader => segment === undefined || mayLeadIn(leader, segment, index))
    .map(({ number }) => number)
  const deputies = deputyshipsOf(team, index, day).map(({ deputy }) => deputy)
  return [...leaders, ...deputies].filter(number => !absenceOf(number, index, day))
}

/**
 * Whose place a person takes when he directs the work of a team: as a deputy, or as the segment manager of a team
 * whose leader is away without one, or may not see its groups (TEAM-3, ACC-3). Null: he acts in his own right.
 */
export function standsInFor(
  number: StaffNumber,
  team: TeamId,
  index: OrganisationIndex,
  day: PlainDate,
): StaffNumber | null {
  const leaders = leadersOf(team, index)
  if (leaders.some(leader => leader.number === number)) return null
  const own = deputyshipsOf(team, index, day).find(({ deputy }) => deputy === number)
  if (own) return own.leader
  const manager = activeWith('segment-manager', number, index)
  const isHis = manager && segmentOf(manager, index) === index.teams.get(team)?.segment
  return isHis && isUnled(team, index, day) ? (leaders[0]?.number ?? null) : null
}
