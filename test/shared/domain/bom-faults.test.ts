import { describe, expect, it } from 'vitest'
import { faultsOfBom as faultsWithPlaces } from '../../../shared/domain/bom-faults.ts'
import type { SegmentName } from '../../../shared/domain/ids.ts'
import type { Bom, CaseOwningSegment, Country, Region, Segment } from '../../../shared/domain/organisation.ts'

const faultsOfBom = (bom: Bom) => faultsWithPlaces(bom).map(({ sentence }) => sentence)

const region = (name: string, country: Country, ...prefixes: string[]): Region => ({
  name,
  country,
  prefixes,
})

const owning = (name: string, rank: number, more: Partial<CaseOwningSegment> = {}): CaseOwningSegment => ({
  kind: 'case-owning',
  name: name as SegmentName,
  description: name,
  country: name.slice(3, 5) as Country,
  regions: [],
  rank,
  incomeSources: [],
  nonUk: false,
  ...more,
})

const sound: Bom = {
  effectiveFrom: '2026-04-01',
  regions: [
    region('North', 'GB', 'M', 'CH'),
    region('South', 'GB', 'TN', 'CH5'),
    region('Ulster', 'NI', 'BT'),
  ],
  segments: [
    owning('FS_GB_CCLNT_OOO_SCR', 1, { nonUk: true }),
    owning('FS_NI_CCLNT_OOO_SCR', 1),
    owning('FS_GB_MAINT_NO_MSR', 11, { regions: ['North'] }),
    owning('FS_GB_MAINT_SO_MSR', 11, { regions: ['South'], nonUk: true }),
    owning('FS_NI_MAINT_OOO_MSR', 11),
    owning('FS_GB_OPPTS_OOO_APPL', 12),
    owning('FS_NI_OPPTS_OOO_APPL', 12),
  ],
}

const withSegment = (segment: Segment): Bom => ({ ...sound, segments: [...sound.segments, segment] })
const withoutSegment = (name: string): Bom => ({
  ...sound,
  segments: sound.segments.filter(segment => segment.name !== name),
})
const withRegion = (added: Region): Bom => ({ ...sound, regions: [...sound.regions, added] })

describe('BOM-5 a BOM that can be used', () => {
  it('may lack whole ranks from 2 to 10', () => {
    expect(faultsOfBom(sound)).toEqual([])
  })

  it('may have one segment for some income sources and another for the rest', () => {
    const split = withSegment(
      owning('FS_GB_MAINT_NO_SE', 11, { regions: ['North'], incomeSources: ['self-employed'] }),
    )
    expect(faultsOfBom(split)).toEqual([])
  })
})

describe('BOM-5 a BOM that is refused, naming the gap or clash', () => {
  it.each([
    [
      'no rank 1',
      withoutSegment('FS_NI_CCLNT_OOO_SCR'),
      [
        'Northern Ireland has no segment of rank 1 (Special Client Records), so its case groups could have nowhere to go.',
      ],
    ],
    [
      'no rank 12',
      withoutSegment('FS_GB_OPPTS_OOO_APPL'),
      [
        'Great Britain has no segment of rank 12 (Application Service), so its case groups could have nowhere to go.',
      ],
    ],
    [
      'a region uncovered',
      withoutSegment('FS_GB_MAINT_SO_MSR'),
      ['In South no segment is of rank 11 (Maintenance Service), which other regions of Great Britain have.'],
    ],
    [
      'a region owned twice',
      withSegment(owning('FS_GB_MAINT_OOO_ALL', 12, { regions: ['North'] })),
      [
        'In North two segments of rank 12 (Application Service) take every income source: FS_GB_OPPTS_OOO_APPL and FS_GB_MAINT_OOO_ALL.',
      ],
    ],
    [
      'an income source uncovered',
      withSegment(
        owning('FS_GB_ENFMT_OOO_ELC', 9, { incomeSources: ['employed', 'benefits', 'unearned', 'none'] }),
      ),
      ['North', 'South'].map(
        name =>
          `In ${name} no segment of rank 9 (Enforcement Local Centre) takes the income source self-employed.`,
      ),
    ],
    [
      'two segments outside the UK',
      withSegment(owning('FS_NI_CCLNT_OOO_CPLX', 1, { nonUk: true, regions: ['Nowhere'] })),
      [
        'The segment FS_NI_CCLNT_OOO_CPLX covers Nowhere, which is no region of NI.',
        'At rank 1 (Special Client Records) two segments take paying parents outside the UK: FS_GB_CCLNT_OOO_SCR and FS_NI_CCLNT_OOO_CPLX.',
      ],
    ],
    [
      'a prefix owned twice',
      withRegion(region('West', 'NI', 'BT')),
      ['The postcode prefix BT is owned by Ulster and by West.'],
    ],
    [
      'a border crossed',
      withRegion(region('Isles', 'NI', 'BT94', 'KW')),
      ['The region Isles is in NI, and KW is not.'],
    ],
    [
      'a region of the other country',
      withSegment({
        kind: 'functionally-unique',
        name: 'FS_NI_CORP_OOO_AG' as SegmentName,
        description: 'Advice',
        country: 'NI',
        regions: ['North'],
        srTypes: [],
      }),
      ['The segment FS_NI_CORP_OOO_AG covers North, which is no region of NI.'],
    ],
    [
      'several clashes at once, each with every segment of it',
      {
        ...sound,
        segments: [
          ...sound.segments,
          owning('FS_GB_MAINT_NO_SE', 11, { regions: ['North'], incomeSources: ['self-employed', 'none'] }),
          owning('FS_GB_MAINT_NO_SF', 11, { regions: ['North'], incomeSources: ['self-employed'] }),
          owning('FS_GB_MAINT_NO_SG', 11, { regions: ['North'], incomeSources: ['self-employed'] }),
          owning('FS_GB_MAINT_NO_ALL', 11, { regions: ['North'] }),
        ],
      },
      [
        'In North two segments of rank 11 (Maintenance Service) take the income sources employed, benefits and unearned: FS_GB_MAINT_NO_MSR and FS_GB_MAINT_NO_ALL.',
        'In North 3 segments of rank 11 (Maintenance Service) take the income source self-employed: FS_GB_MAINT_NO_SE, FS_GB_MAINT_NO_SF and FS_GB_MAINT_NO_SG.',
      ],
    ],
    [
      'a country missing altogether (BOM-1)',
      {
        ...sound,
        regions: sound.regions.filter(({ country }) => country === 'GB'),
        segments: sound.segments.filter(({ country }) => country === 'GB'),
      },
      ['1 (Special Client Records)', '11 (Maintenance Service)', '12 (Application Service)'].map(
        rank =>
          `Northern Ireland has no segment of rank ${rank}, so its case groups could have nowhere to go.`,
      ),
    ],
    [
      'nothing at all',
      { ...sound, regions: [], segments: [] },
      ['The BOM has neither regions nor segments.'],
    ],
  ])('%s', (_, bom, faults) => {
    expect(faultsOfBom(bom)).toEqual(faults)
  })

  it('says whose row to look at', () => {
    expect(faultsWithPlaces(withoutSegment('FS_GB_MAINT_SO_MSR')).map(({ about }) => about)).toEqual([
      { kind: 'region', name: 'South' },
    ])
    expect(
      faultsWithPlaces(withSegment(owning('FS_GB_MAINT_OOO_ALL', 12))).map(({ about }) => about),
    ).toEqual(['North', 'South'].map(() => ({ kind: 'segment', name: 'FS_GB_MAINT_OOO_ALL' })))
  })

  it('a rank that is none, or names that cannot be read (BOM-4)', () => {
    expect(faultsOfBom(withSegment(owning('FS_GB_ENFMT_OOO_ELC', 13)))).toContain(
      'The segment FS_GB_ENFMT_OOO_ELC owns cases and has no rank from 1 to 12.',
    )
    expect(faultsOfBom(withSegment(owning('FS_GB_ELC', 9)))).toEqual([
      'The segment name FS_GB_ELC cannot be read: nothing stands between its country and its code.',
    ])
    expect(faultsOfBom(withSegment(owning('FS_GB_ENFMT_OOO_ELC', 9, { country: 'NI' })))).toEqual([
      'The segment name FS_GB_ENFMT_OOO_ELC says GB, its country is NI.',
    ])
  })
})
