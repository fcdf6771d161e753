import { type CaseGroup, isLive, type ServiceRequest } from '../domain/case-group.ts'
import type { StaffNumber, TeamId } from '../domain/ids.ts'
import { isOpenRequest } from '../domain/open-work.ts'
import type { StaffMember } from '../domain/organisation.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { orphaningOf, requestOrphaningOf } from '../domain/orphan.ts'
import type { PlainDate } from '../domain/time.ts'
import { urgencyOf } from './due.ts'
import { isReturnDue } from './returns-due.ts'
import type { Changes } from './rows-after.ts'
import { isOverseen, overseesTeam, type Viewpoint } from './viewpoint.ts'

/** What one person has in hand: a caseload figure, not a measure of him. */
export interface Load {
  readonly staff: StaffMember
  /** The team whose load this is: a person who left is shown with the groups and requests he left behind. */
  readonly team: TeamId
  readonly standing: 'works-here' | 'left'
  readonly groups: number
  readonly openRequests: number
  readonly overdue: number
  readonly dueThisWeek: number
  readonly locked: number
  /** Groups to be returned (RTS-7). */
  readonly returnsDue: number
  /** Groups that nobody sees in CMS2012 (ORPH-1). */
  readonly orphaned: number
}

type Counts = { -readonly [Key in keyof Load as Load[Key] extends number ? Key : never]: number }

/** Active caseworkers of the team or segment, and whoever left holding its groups, by team and name. */
export function loadsAfter(
  before: readonly Load[],
  { gone, come }: Changes,
  view: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
): readonly Load[] {
  const counts = new Map(before.map(each => [keyOf(each.staff.number, each.team), countsIn(each)]))
  for (const group of gone) count(counts, group, -1, view, index, today)
  for (const group of come) count(counts, group, 1, view, index, today)
  const present = caseworkersIn(view, index)
  const loads = present.flatMap(staff =>
    staff.team === null ? [] : [load(staff, staff.team, 'works-here', counts)],
  )
  const shown = new Set(loads.map(({ staff, team }) => keyOf(staff.number, team)))
  const left = [...counts]
    .filter(([key, own]) => !shown.has(key) && (own.groups > 0 || own.openRequests > 0))
    .flatMap(([key]) => leaver(key, counts, index))
  return [...loads, ...left].sort(byTeamAndName)
}

/** Active caseworkers of the team or segment: whom a group can be given to, without asking what they have in hand. */
export function caseworkersIn(view: Viewpoint, index: OrganisationIndex): readonly StaffMember[] {
  return index.organisation.staff.filter(
    ({ team, access, roles }) =>
      overseesTeam(team, view, index) && access === 'active' && roles.includes('caseworker'),
  )
}

function count(
  counts: Map<string, Counts>,
  group: CaseGroup,
  one: 1 | -1,
  view: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
): void {
  if (group.holder !== null && group.team !== null && isOverseen(group, view)) {
    const own = countsOf(counts, keyOf(group.holder, group.team))
    own.groups += one
    if (group.lock) own.locked += one
    if (orphaningOf(group, index)) own.orphaned += one
    if (isReturnDue(group, index)) own.returnsDue += one
  }
  for (const request of group.serviceRequests) {
    const team = teamOfLoad(request, group, index)
    if (request.holder === null || team === null || !overseesTeam(team, view, index)) continue
    const own = countsOf(counts, keyOf(request.holder, team))
    own.openRequests += one
    const urgency = request.dueOn === null ? 'later' : urgencyOf(request.dueOn, today)
    if (urgency === 'overdue') own.overdue += one
    if (urgency === 'this-week') own.dueThisWeek += one
  }
}

// What a person left behind is no work of his in the team he moved to: it counts where it was left (ORPH-2).
function teamOfLoad(request: ServiceRequest, group: CaseGroup, index: OrganisationIndex): TeamId | null {
  if (request.holder === null || !isOpenRequest(request) || !isLive(group)) return null
  const orphaning = requestOrphaningOf(request, group, index)
  // A case-owning one is an orphan of the team that has its group.
  if (orphaning && request.kind === 'case-owning') return group.team
  return orphaning ? orphaning.leftTeam : (index.staff.get(request.holder)?.team ?? null)
}

const nothing: Counts = {
  groups: 0,
  openRequests: 0,
  overdue: 0,
  dueThisWeek: 0,
  locked: 0,
  returnsDue: 0,
  orphaned: 0,
}

function countsIn({ staff, team, standing, ...counts }: Load): Counts {
  return counts
}

function countsOf(counts: Map<string, Counts>, key: string): Counts {
  const found = counts.get(key)
  if (found) return found
  const made = { ...nothing }
  counts.set(key, made)
  return made
}

const keyOf = (staff: StaffNumber, team: TeamId) => JSON.stringify([staff, team])

function load(
  staff: StaffMember,
  team: TeamId,
  standing: Load['standing'],
  counts: Map<string, Counts>,
): Load {
  return { staff, team, standing, ...(counts.get(keyOf(staff.number, team)) ?? nothing) }
}

function leaver(key: string, counts: Map<string, Counts>, index: OrganisationIndex): readonly Load[] {
  const [number, team] = JSON.parse(key) as [StaffNumber, TeamId]
  const staff = index.staff.get(number)
  if (!staff) return []
  const stays = staff.access === 'active' && staff.team === team
  return [load(staff, team, stays ? 'works-here' : 'left', counts)]
}

function byTeamAndName(a: Load, b: Load): number {
  if (a.team !== b.team) return a.team < b.team ? -1 : 1
  if (a.standing !== b.standing) return a.standing === 'left' ? 1 : -1
  return a.staff.name < b.staff.name ? -1 : 1
}
