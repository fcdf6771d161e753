import { type CaseGroup, isLive } from '../domain/case-group.ts'
import type { StaffNumber, TeamId } from '../domain/ids.ts'
import { listWords } from '../domain/list-words.ts'
import type { Segment, StaffMember, Team } from '../domain/organisation.ts'
import { type OrganisationIndex, segmentOf } from '../domain/organisation-index.ts'
import type { RequestPlace } from '../domain/request-place.ts'
import { deputyTeamsOf } from '../domain/standing-in.ts'
import type { PlainDate } from '../domain/time.ts'

/** Whose work a person oversees: his team's, or his segment's (ACC-2). */
export type Viewpoint =
  | {
      readonly kind: 'team'
      readonly staff: StaffMember
      readonly team: Team
      readonly segment: Segment
      /** Those that he leads today as somebody's deputy (TEAM-3). */
      readonly deputyTeams: readonly Team[]
    }
  | { readonly kind: 'segment'; readonly staff: StaffMember; readonly segment: Segment }
  /** Oversees nobody: sees only what he holds. */
  | { readonly kind: 'person'; readonly staff: StaffMember }

/** Undefined for somebody who is not on the staff. The wider view wins where a person has both roles. */
export function viewpointOf(
  number: StaffNumber,
  index: OrganisationIndex,
  today: PlainDate,
): Viewpoint | undefined {
  const staff = index.staff.get(number)
  if (!staff) return undefined
  const segmentName = segmentOf(staff, index)
  const segment = segmentName === null ? undefined : index.segments.get(segmentName)
  if (segment && staff.roles.includes('segment-manager')) return { kind: 'segment', staff, segment }
  const team = staff.team === null ? undefined : index.teams.get(staff.team)
  if (segment && team && staff.roles.includes('team-leader')) {
    const deputyTeams = deputyTeamsOf(number, index, today).flatMap(id => index.teams.get(id) ?? [])
    return { kind: 'team', staff, team, segment, deputyTeams }
  }
  return { kind: 'person', staff }
}

/** A desk of local IT: what the teams ask of it, and nothing else (ORPH-4). */
export const isLocalItDesk = ({ kind, staff }: Viewpoint): boolean =>
  kind === 'person' && staff.roles.includes('local-it')

/** The leader's own team, or one that he leads as a deputy. */
export function isOfTeam(
  team: TeamId | null,
  { team: own, deputyTeams }: Extract<Viewpoint, { readonly kind: 'team' }>,
): boolean {
  return team === own.id || (deputyTeams.length > 0 && deputyTeams.some(({ id }) => id === team))
}

/** What the person calls the work he oversees: the name of his team or segment. */
export function titleOf(view: Viewpoint): string {
  switch (view.kind) {
    case 'team':
      return view.deputyTeams.length === 0
        ? view.team.name
        : `${view.team.name} and, as deputy, ${listWords(view.deputyTeams.map(({ name }) => name))}`
    case 'segment':
      return view.segment.description
    case 'person':
      return view.staff.name
  }
}

/** A live group of the team or segment that a person oversees; held by him where he oversees nobody. */
export function isOverseen(group: CaseGroup, view: Viewpoint): boolean {
  if (!isLive(group)) return false
  switch (view.kind) {
    case 'team':
      return isOfTeam(group.team, view)
    case 'segment':
      return group.segment === view.segment.name
    case 'person':
      return group.holder === view.staff.number
  }
}

/** Whether what a team's former member left behind is shown to him (ORPH-2). */
export function overseesTeam(team: TeamId | null, view: Viewpoint, index: OrganisationIndex): boolean {
  if (team === null || view.kind === 'person') return false
  if (view.kind === 'team') return isOfTeam(team, view)
  return index.teams.get(team)?.segment === view.segment.name
}

/** The same of what waits in a place: without a team it is every leader's of the segment (TEAM-1). */
export function overseesPlace(
  { team, segment }: RequestPlace,
  view: Viewpoint,
  index: OrganisationIndex,
): boolean {
  if (team !== null) return overseesTeam(team, view, index)
  return view.kind !== 'person' && segment === view.segment.name
}
