import type { StaffMember, Team } from '../domain/organisation.ts'
import { absenceOf, isUnled, leadersOf } from '../domain/standing-in.ts'
import type { Readings } from './readings.ts'
import type { Load } from './team-load.ts'

/** One team of a segment beside the others: what a manager compares. */
export interface TeamSide {
  readonly team: Team
  readonly leaders: readonly StaffMember[]
  /** No leader of it is there, and nobody stands in: it is the manager's (TEAM-3). */
  readonly unled: boolean
  readonly caseworkers: readonly Load[]
  readonly away: number
  readonly groups: number
  /** Rounded; 0 where nobody works there. */
  readonly perCaseworker: number
  readonly queue: number
  readonly orphans: number
  /** Locks whose review is due. */
  readonly locksToReview: number
  readonly returnsDue: number
  readonly overdue: number
}

type Read = Pick<
  Readings,
  'view' | 'index' | 'today' | 'loads' | 'groups' | 'queue' | 'orphans' | 'locks' | 'returns'
>

/** The teams of a manager's segment, by name. */
export function teamSidesOf(readings: Read): readonly TeamSide[] {
  const { view, index } = readings
  if (view.kind !== 'segment') return []
  const teams = index.teamsOfSegment.get(view.segment.name) ?? []
  return [...teams].sort((a, b) => a.name.localeCompare(b.name)).map(team => sideOf(team, readings))
}

function sideOf(team: Team, { index, today, loads, groups, queue, orphans, locks, returns }: Read): TeamSide {
  const caseworkers = loads.filter(load => load.team === team.id)
  const working = caseworkers.filter(({ standing }) => standing === 'works-here')
  const ofTeam = ({ group }: { readonly group: { readonly team: string | null } }) => group.team === team.id
  const held = groups.filter(ofTeam).length
  return {
    team,
    leaders: leadersOf(team.id, index),
    unled: isUnled(team.id, index, today),
    caseworkers,
    away: working.filter(({ staff }) => absenceOf(staff.number, index, today)).length,
    groups: held,
    perCaseworker: working.length === 0 ? 0 : Math.round(held / working.length),
    queue: queue.filter(ofTeam).length,
    orphans: orphans.filter(ofTeam).length,
    locksToReview: locks.filter(lock => ofTeam(lock) && lock.reviewing.isDue).length,
    returnsDue: returns.filter(ofTeam).length,
    overdue: caseworkers.reduce((sum, load) => sum + load.overdue, 0),
  }
}
