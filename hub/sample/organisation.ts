import type { Place } from './places.ts'
import type { Random } from './random.ts'
import { type Region, regionsOf } from './regions.ts'
import { type IncomeSource, type Segment, segmentsOf } from './segments.ts'
import { appoint, type Desk, type Role, type StaffMember } from './staff.ts'
import { openTeam, type Team, teamCount, teamSize } from './teams.ts'

/** Who there is to own work: the BOM, its teams and everybody in them. */
export interface Organisation {
  readonly regions: readonly Region[]
  readonly segments: readonly Segment[]
  readonly teams: readonly Team[]
  readonly staff: readonly StaffMember[]
  teamsOf(segment: Segment): readonly Team[]
  regionAt(place: Place): Region
  /** The case-owning segment of a rank for somebody who lives there; without a region, the one for non-UK. */
  owner(rank: number, region: Region | undefined, income: IncomeSource): Segment | undefined
  specialist(srType: string, region: Region): Segment
}

export function organisationOf(groups: number, regionCount: number, desk: Desk): Organisation {
  const regions = regionsOf(regionCount)
  const segments = segmentsOf(regions)
  const teams = openTeams(segments, groups, desk)
  const staff = [...staffTeams(teams, groups, desk), ...staffOffice(teams, desk)]
  const bySegment = Map.groupBy(teams, team => team.segment)
  const byHome = new Map(regions.flatMap(region => region.homes.map(home => [home, region] as const)))
  const owners = memoised((rank: number, region: Region | undefined, income: IncomeSource) =>
    segments.find(segment => segment.rank === rank && takes(segment, region, income, segments)),
  )
  return {
    regions,
    segments,
    teams,
    staff,
    teamsOf: segment => bySegment.get(segment) ?? [],
    regionAt: place => found(byHome.get(place.home), place.area),
    owner: owners,
    specialist: (srType, region) =>
      found(
        segments.find(segment => segment.srTypes.includes(srType) && covers(segment, region)),
        srType,
      ),
  }
}

function openTeams(segments: readonly Segment[], groups: number, { random }: Desk): Team[] {
  const teams: Team[] = []
  for (const segment of segments) {
    const count = teamCount(segment, groups)
    for (let index = 0; index < count; index += 1) {
      teams.push(openTeam(`T${101 + teams.length}`, segment, index, count, random))
    }
  }
  return teams
}

/** Leaders, caseworkers, segment managers; then those who left and those who moved. */
function staffTeams(teams: readonly Team[], groups: number, desk: Desk): StaffMember[] {
  const sizes = Map.groupBy(teams, team => team.segment)
  const managed = new Set<Segment>()
  const staff: StaffMember[] = []
  const hire = (member: StaffMember): StaffMember => {
    staff.push(member)
    return member
  }

  for (const team of teams) {
    const scr = team.segment.rank === 1
    const home = team.site.home
    const managesToo = isSmall(team.segment)
    const roles: Role[] = managesToo ? ['team-leader', 'segment-manager'] : ['team-leader']
    team.leader = hire(appoint(roles, team.id, scr, home, desk))
    const size = teamSize(team.segment, sizes.get(team.segment)?.length ?? 1, groups, desk.random)
    for (let index = 0; index < size; index += 1) {
      const nominated = scr || (index === 0 && team.segment.rank === undefined)
      team.caseworkers.push(hire(appoint(['caseworker'], team.id, nominated, home, desk)))
    }
    if (!managesToo && !managed.has(team.segment))
      hire(appoint(['segment-manager'], team.id, scr, home, desk))
    managed.add(team.segment)
  }
  const leaderless = teams.findLast(team => team.segment.rank === 11 && team.segment.country === 'GB')
  return depart(teams, withoutLeader(staff, leaderless, desk), desk)
}

/** Where litigation, PHSO and ICE are handled the leader of the only team manages the segment. */
function isSmall(segment: Segment): boolean {
  return segment.rank !== undefined && segment.rank >= 2 && segment.rank <= 4
}

/** One team has no active leader, so that what the segment manager does instead can be seen. */
function withoutLeader(staff: StaffMember[], team: Team | undefined, { random }: Desk): StaffMember[] {
  if (team?.leader === undefined) return staff
  const gone = { ...team.leader, accessEnded: random.int(3, 30) }
  const leader = team.leader
  team.leader = undefined
  return staff.map(member => (member === leader ? gone : member))
}

function depart(teams: readonly Team[], staff: readonly StaffMember[], desk: Desk): StaffMember[] {
  const { random } = desk
  const leavers: StaffMember[] = []
  for (const team of teams) {
    if (!losesSomebody(team, random)) continue
    const member = appoint(['caseworker'], team.id, team.segment.rank === 1, team.site.home, desk)
    const next = random.chance(0.45) ? nextTeam(team, teams, random) : undefined
    const leaver =
      next === undefined ? { ...member, accessEnded: random.int(1, 200) } : moved(member, team, next, random)
    team.departed.push(leaver)
    if (next !== undefined && leaver.accessEnded === undefined) next.caseworkers.push(leaver)
    leavers.push(leaver)
  }
  return [...staff, ...leavers]
}

function losesSomebody(team: Team, random: Random): boolean {
  const rank = team.segment.rank
  return rank === undefined || rank === 9 || rank >= 11 || random.chance(0.3)
}

/** In or out of Special Client Records nobody moves: its staff are nominated. */
function nextTeam(team: Team, teams: readonly Team[], random: Random): Team | undefined {
  if (team.segment.rank === 1) return undefined
  const others = teams.filter(other => other !== team && other.segment.rank !== 1)
  const siblings = others.filter(other => other.segment === team.segment)
  return siblings.length > 0 && random.chance(0.4) ? random.pick(siblings) : random.pick(others)
}

function moved(member: StaffMember, from: Team, to: Team, random: Random): StaffMember {
  const daysAgo = random.int(2, 150)
  const accessEnded = random.chance(0.12) ? random.int(1, daysAgo) : undefined
  return { ...member, teamId: to.id, accessEnded, moved: { daysAgo, fromTeamId: from.id } }
}

function staffOffice(teams: readonly Team[], desk: Desk): StaffMember[] {
  const applications = teams.find(team => team.segment.rank === 12)
  return [
    appoint(['local-it'], '', true, undefined, desk),
    appoint(['local-it'], '', false, undefined, desk),
    appoint(['local-it'], '', false, undefined, desk),
    appoint(['service-management'], '', false, undefined, desk),
    appoint(['service-management'], '', false, undefined, desk),
    appoint(['closure-manager'], applications?.id ?? '', true, undefined, desk),
  ]
}

function takes(
  segment: Segment,
  region: Region | undefined,
  income: IncomeSource,
  segments: readonly Segment[],
): boolean {
  if (region === undefined) return segment.nonUk
  if (!covers(segment, region)) return false
  if (segment.incomeSources.length > 0) return segment.incomeSources.includes(income)
  return !segments.some(
    other => other.rank === segment.rank && covers(other, region) && other.incomeSources.includes(income),
  )
}

function covers(segment: Segment, region: Region): boolean {
  return segment.country === region.country && (segment.region === undefined || segment.region === region)
}

function memoised(
  find: (rank: number, region: Region | undefined, income: IncomeSource) => Segment | undefined,
): Organisation['owner'] {
  const known = new Map<string, Segment | undefined>()
  return (rank, region, income) => {
    const key = `${rank}|${region?.code}|${income}`
    if (!known.has(key)) known.set(key, find(rank, region, income))
    return known.get(key)
  }
}

function found<T>(value: T | undefined, wanted: string): T {
  if (value === undefined) throw new RangeError(`The organisation has nothing for ${wanted}.`)
  return value
}
