import type { Home } from './places.ts'
import type { Random } from './random.ts'
import type { Segment } from './segments.ts'
import type { StaffMember } from './staff.ts'
import type { Row } from './tables.ts'

interface Site {
  readonly name: string
  readonly division: 'england-and-wales' | 'scotland' | 'northern-ireland'
  readonly home: Home
}

/** Northern Ireland's staff also work segments of Great Britain, so Belfast stands in both lists. */
const britishSites: readonly Site[] = [
  { name: 'Birkenhead', division: 'england-and-wales', home: 'NW' },
  { name: 'Dudley', division: 'england-and-wales', home: 'WM' },
  { name: 'Hastings', division: 'england-and-wales', home: 'SE' },
  { name: 'Plymouth', division: 'england-and-wales', home: 'SW' },
  { name: 'Leicester', division: 'england-and-wales', home: 'EM' },
  { name: 'Newcastle', division: 'england-and-wales', home: 'NE' },
  { name: 'Barnsley', division: 'england-and-wales', home: 'YO' },
  { name: 'Falkirk', division: 'scotland', home: 'SC' },
  { name: 'Belfast', division: 'northern-ireland', home: 'NI' },
  { name: 'Belfast', division: 'northern-ireland', home: 'NI' },
]
const belfast: Site = { name: 'Belfast', division: 'northern-ireland', home: 'NI' }

export interface Team {
  readonly id: string
  readonly name: string
  readonly segment: Segment
  readonly workgroup: string
  readonly site: Site
  /** Caseworkers who can take work. */
  readonly caseworkers: StaffMember[]
  /** Caseworkers who held work here and are gone: access removed, or moved to another team. */
  readonly departed: StaffMember[]
  leader: StaffMember | undefined
}

/** About 2,500 case groups a team once there are enough of them; in small samples the large ranks still get two. */
const groupsPerTeam = 2_500
const requestsPerTeam = 900

export function teamCount(segment: Segment, groups: number): number {
  if (segment.rank === undefined)
    return Math.max(1, Math.round((segment.share * groups * 0.07) / requestsPerTeam))
  if (segment.rank >= 2 && segment.rank <= 4) return 1
  const wanted = Math.round((segment.share * groups) / groupsPerTeam)
  const fewest = segment.rank === 11 && segment.country === 'GB' ? 2 : 1
  return Math.max(fewest, wanted)
}

/** Ten or so caseworkers to a full team, about half as many to a small one. */
export function teamSize(segment: Segment, teams: number, groups: number, random: Random): number {
  if (segment.rank === undefined) return teams > 1 ? random.int(9, 12) : random.int(4, 6)
  return (segment.share * groups) / teams > 800 ? random.int(9, 12) : random.int(5, 7)
}

export function openTeam(id: string, segment: Segment, index: number, teams: number, random: Random): Team {
  return {
    id,
    name: teams === 1 ? segment.description : `${segment.description} ${index + 1}`,
    segment,
    workgroup: `${segment.area}-WG${(index % 8) + 1}`,
    site: segment.country === 'NI' ? belfast : random.pick(britishSites),
    caseworkers: [],
    departed: [],
    leader: undefined,
  }
}

export function teamRow(team: Team): Row<'teams'> {
  return {
    team_id: team.id,
    name: team.name,
    segment_name: team.segment.name,
    workgroup: team.workgroup,
    location: team.site.name,
    division: team.site.division,
  }
}
