import type { SegmentName, StaffNumber, TeamId } from '../../shared/domain/ids.ts'
import type { IncomeSource } from '../../shared/domain/income-source.ts'
import type {
  Bom,
  Country,
  Division,
  Organisation,
  Region,
  Role,
  Segment,
  StaffMember,
  Team,
} from '../../shared/domain/organisation.ts'
import { itemsOf } from './form.ts'
import type { Queries } from './session.ts'

/** A row of a stage or of the source's facts; columns of other uses are not looked at. */
export type SourceRow = Readonly<Record<string, string | null>>

export interface Manifest {
  readonly takenAt: string
  readonly source: string
  readonly bomEffectiveFrom: string
}

const text = (row: SourceRow, column: string) => row[column] ?? ''

/** The organisation as the source's facts have it now; its lists in the order of their keys. */
export async function organisationFromSource(queries: Queries, manifest: Manifest): Promise<Organisation> {
  const rowsOf = async (table: string, key: string) =>
    (await queries.query<SourceRow>(`SELECT * FROM source_${table} ORDER BY ${key}`)).rows
  return {
    kind: 'organisation',
    id: 'organisation',
    takenAt: manifest.takenAt,
    source: manifest.source,
    bom: bomOf(manifest, await rowsOf('regions', 'region'), await rowsOf('segments', 'segment_name')),
    teams: (await rowsOf('teams', 'team_id')).map(teamOf),
    staff: (await rowsOf('users', 'staff_number')).map(staffMemberOf),
  }
}

export function bomOf(
  manifest: Manifest,
  regions: readonly SourceRow[],
  segments: readonly SourceRow[],
): Bom {
  return {
    effectiveFrom: manifest.bomEffectiveFrom,
    regions: regions.map(regionOf),
    segments: segments.map(segmentOf),
  }
}

const regionOf = (row: SourceRow): Region => ({
  name: text(row, 'region'),
  country: text(row, 'country') as Country,
  prefixes: itemsOf(row.postcode_prefixes),
})

function segmentOf(row: SourceRow): Segment {
  const facts = {
    name: text(row, 'segment_name') as SegmentName,
    description: text(row, 'description'),
    country: text(row, 'country') as Country,
    regions: itemsOf(row.regions),
  }
  return row.kind === 'case-owning'
    ? {
        ...facts,
        kind: 'case-owning',
        rank: Number(row.rank),
        incomeSources: itemsOf(row.income_sources) as IncomeSource[],
        nonUk: row.non_uk === 'Y',
      }
    : { ...facts, kind: 'functionally-unique', srTypes: itemsOf(row.sr_types) }
}

export const teamOf = (row: SourceRow): Team => ({
  id: text(row, 'team_id') as TeamId,
  name: text(row, 'name'),
  segment: text(row, 'segment_name') as SegmentName,
  workgroup: text(row, 'workgroup'),
  location: text(row, 'location'),
  division: text(row, 'division') as Division,
})

export const staffMemberOf = (row: SourceRow): StaffMember => ({
  number: text(row, 'staff_number') as StaffNumber,
  name: text(row, 'name'),
  roles: itemsOf(row.roles) as Role[],
  team: (row.team_id ?? null) as TeamId | null,
  access: row.access === 'removed' ? 'removed' : 'active',
  accessEndedOn: row.access_ended_on ?? null,
  movedOn: row.moved_on ?? null,
  previousTeam: (row.previous_team_id ?? null) as TeamId | null,
  scrNominated: row.scr_nominated === 'Y',
})
