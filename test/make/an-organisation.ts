import type { SegmentName, StaffNumber, TeamId } from '../../shared/domain/ids.ts'
import type { Bom, Organisation, Segment, StaffMember, Team } from '../../shared/domain/organisation.ts'

export const staff = (number: string) => number as StaffNumber
export const team = (id: string) => id as TeamId
export const segment = (name: string) => name as SegmentName

type Owning = Extract<Segment, { kind: 'case-owning' }>

export const owning = (
  rank: number,
  code: string,
  country: 'GB' | 'NI',
  more: Partial<Owning> = {},
): Owning => ({
  kind: 'case-owning',
  name: segment(`FS_${country}_${code}`),
  description: `${code} ${country}`,
  country,
  regions: [],
  rank,
  incomeSources: [],
  nonUk: false,
  ...more,
})

const specialist = (code: string, country: 'GB' | 'NI', srTypes: readonly string[]): Segment => ({
  kind: 'functionally-unique',
  name: segment(`FS_${country}_${code}`),
  description: `${code} ${country}`,
  country,
  regions: [],
  srTypes,
})

/** Two GB regions and Northern Ireland; there are no ranks 2 to 5, NI lacks 7 too; maintenance in the north is split by income source. */
export const aBom: Bom = {
  effectiveFrom: '2026-04-01',
  regions: [
    { name: 'North', country: 'GB', prefixes: ['CA', 'CH', 'M', 'EC1'] },
    { name: 'South', country: 'GB', prefixes: ['BS', 'CH5', 'EC', 'PL'] },
    { name: 'Northern Ireland', country: 'NI', prefixes: ['BT'] },
  ],
  segments: [
    owning(1, 'CCLNT_SCR', 'GB', { nonUk: true }),
    owning(1, 'CCLNT_SCR', 'NI'),
    owning(6, 'CCLNT_APPS', 'GB'),
    owning(6, 'CCLNT_APPS', 'NI'),
    owning(7, 'CCLNT_CPLX', 'GB', { nonUk: true }),
    owning(8, 'ENFMT_NO_CRE', 'GB', { regions: ['North'] }),
    owning(8, 'ENFMT_SO_CRE', 'GB', { regions: ['South'] }),
    owning(9, 'ENFMT_NO_ELC', 'GB', { regions: ['North'] }),
    owning(9, 'ENFMT_SO_ELC', 'GB', { regions: ['South'], nonUk: true }),
    owning(9, 'ENFMT_ELC', 'NI'),
    owning(10, 'MAINT_CRM', 'GB'),
    owning(10, 'MAINT_CRM', 'NI'),
    owning(11, 'MAINT_NO_MSRSE', 'GB', { regions: ['North'], incomeSources: ['self-employed'] }),
    owning(11, 'MAINT_NO_MSR', 'GB', { regions: ['North'] }),
    owning(11, 'MAINT_SO_MSR', 'GB', { regions: ['South'] }),
    owning(11, 'MAINT_MSR', 'NI'),
    owning(12, 'OPPTS_APPL', 'GB', { nonUk: true }),
    owning(12, 'OPPTS_APPL', 'NI'),
    specialist('CCLNT_DNA', 'GB', ['Parentage dispute', 'Advice request']),
    specialist('CCLNT_DNA', 'NI', ['Parentage dispute']),
  ],
}

export const aTeam = (id: string, segmentName: string): Team => ({
  id: team(id),
  name: `Team ${id}`,
  segment: segment(segmentName),
  workgroup: 'WG1',
  location: 'Belfast',
  division: 'northern-ireland',
})

export const aMember = (
  number: string,
  teamId: string | null,
  more: Partial<StaffMember> = {},
): StaffMember => ({
  number: staff(number),
  name: `Person ${number}`,
  roles: ['caseworker'],
  team: teamId === null ? null : team(teamId),
  access: 'active',
  accessEndedOn: null,
  movedOn: null,
  previousTeam: null,
  scrNominated: false,
  ...more,
})

/**
 * Maintenance North has teams N1 and N2, every other segment here one. In each team X: leader `X-lead`,
 * caseworkers `X-1` and `X-2`; a segment manager `X-mgr` in the first team of a segment.
 */
export function anOrganisation(more: Partial<Organisation> = {}): Organisation {
  const teams = [
    aTeam('N1', 'FS_GB_MAINT_NO_MSR'),
    aTeam('N2', 'FS_GB_MAINT_NO_MSR'),
    aTeam('S1', 'FS_GB_MAINT_SO_MSR'),
    aTeam('E1', 'FS_GB_ENFMT_NO_ELC'),
    aTeam('SCR', 'FS_GB_CCLNT_SCR'),
    aTeam('DNA', 'FS_GB_CCLNT_DNA'),
  ]
  const crew = teams.flatMap(({ id }) => {
    const scrNominated = id === 'SCR'
    return [
      aMember(`${id}-lead`, id, { roles: ['team-leader'], scrNominated }),
      aMember(`${id}-1`, id, { scrNominated }),
      aMember(`${id}-2`, id, { scrNominated }),
      ...(id === 'N2' ? [] : [aMember(`${id}-mgr`, id, { roles: ['segment-manager'], scrNominated })]),
    ]
  })
  return {
    kind: 'organisation',
    id: 'organisation',
    takenAt: '2026-11-20T18:00:00Z',
    source: 'a test',
    bom: aBom,
    teams,
    staff: [...crew, aMember('it', null, { roles: ['local-it'] })],
    ...more,
  }
}
