import { type BomIndex, HIGHEST_RANK, indexBom, LOWEST_RANK } from '../domain/bom-index.ts'
import { countries } from '../domain/country-name.ts'
import type {
  Bom,
  CaseOwningSegment,
  Country,
  FunctionallyUniqueSegment,
  Region,
  Segment,
  StaffMember,
  Team,
} from '../domain/organisation.ts'
import { rankTitle } from '../domain/rank-title.ts'

/** What a BOM that can be used comes to, for whoever made it (BOM-1 to BOM-3). */
export interface BomSummary {
  readonly index: BomIndex
  readonly countries: readonly CountrySummary[]
  /** Who takes paying parents outside the UK at each rank that a country has (ALLOC-8). */
  readonly outsideUk: readonly OutsideUk[]
  readonly segmentsWithoutTeam: readonly Segment[]
  /** Their work is the segment manager's (TEAM-3). */
  readonly teamsWithoutLeader: readonly Team[]
}

export interface CountrySummary {
  readonly country: Country
  readonly regions: readonly Region[]
  readonly ranks: readonly RankSummary[]
  readonly specialists: readonly FunctionallyUniqueSegment[]
}

export interface RankSummary {
  readonly rank: number
  readonly title: string
  /** None: the country lacks the rank, and it is skipped (BOM-5). */
  readonly segments: readonly CaseOwningSegment[]
}

export interface OutsideUk {
  readonly rank: number
  readonly title: string
  /** Null: nobody takes them, and they stay where they are, flagged. */
  readonly segment: CaseOwningSegment | null
}

const ranks = Array.from({ length: LOWEST_RANK }, (_, at) => HIGHEST_RANK + at)

/** Expects a BOM that `faultsOfBom` finds nothing wrong with. */
export function summaryOfBom(bom: Bom, teams: readonly Team[], staff: readonly StaffMember[]): BomSummary {
  const index = indexBom(bom)
  const staffed = new Set(teams.map(({ segment }) => segment))
  const led = new Set(staff.filter(isActiveLeader).map(({ team }) => team))
  return {
    index,
    countries: countries.map(country => countrySummary(country, index)),
    outsideUk: ranks
      .filter(rank => countries.some(country => index.ranksOfCountry[country].has(rank)))
      .map(rank => ({ rank, title: rankTitle(rank), segment: index.nonUk.get(rank) ?? null })),
    segmentsWithoutTeam: bom.segments.filter(({ name }) => !staffed.has(name)),
    teamsWithoutLeader: teams.filter(({ id }) => !led.has(id)),
  }
}

const isActiveLeader = ({ roles, access }: StaffMember) =>
  access === 'active' && roles.includes('team-leader')

function countrySummary(country: Country, { bom, caseOwning, functionallyUnique }: BomIndex): CountrySummary {
  const owning = [...caseOwning.values()].filter(segment => segment.country === country)
  return {
    country,
    regions: bom.regions.filter(region => region.country === country),
    ranks: ranks.map(rank => ({
      rank,
      title: rankTitle(rank),
      segments: owning.filter(segment => segment.rank === rank),
    })),
    specialists: functionallyUnique.filter(segment => segment.country === country),
  }
}
