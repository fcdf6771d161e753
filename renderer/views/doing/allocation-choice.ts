import type { StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { Load } from '../../../shared/queries/team-load.ts'

/** Who is to get the groups: a caseworker, or a team's queue. */
export interface AllocationChoice {
  readonly team: TeamId
  readonly holder: StaffNumber | null
}

/** Teams that a group can be given to without a caseworker: a segment manager's own (TEAM-1). */
export function queuesOf({ view, index }: Readings): readonly TeamId[] {
  if (view.kind !== 'segment') return []
  return index.organisation.teams.filter(({ segment }) => segment === view.segment.name).map(({ id }) => id)
}

/** Caseworkers to choose from, with what they have in hand. */
export function caseworkersOf({ loads }: Readings): readonly Load[] {
  return loads.filter(
    ({ standing, staff }) => standing === 'works-here' && staff.roles.includes('caseworker'),
  )
}
