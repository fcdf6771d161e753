import { describe, expect, it } from 'vitest'
import { faultsOfBom } from '../../../shared/domain/bom-faults.ts'
import type { SegmentName } from '../../../shared/domain/ids.ts'
import type { Bom, CaseOwningSegment, Country, Region, Segment } from '../../../shared/domain/organisation.ts'

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
    ['no rank 1', withoutSegment('FS_NI_CCLNT_OOO_SCR'), ['NI has no segment of rank 1.']],
    ['no rank 12', withoutSegment('FS_GB_OPPTS_OOO_APPL'), ['GB has no segment of rank 12.']],
    ['a region uncovered', withoutSegment('FS_GB_MAINT_SO_MSR'), ['Rank 11 leaves South uncovered.']],
    [
      'a region owned twice',
      withSegment(owning('FS_GB_MAINT_OOO_ALL', 12, { regions: ['North'] })),
      ['employed', 'self-employed', 'benefits', 'unearned', 'none'].map(
        source =>
          `Rank 12 has two segments for North and the income source ${source}: FS_GB_OPPTS_OOO_APPL and FS_GB_MAINT_OOO_ALL.`,
      ),
    ],
    [
      'an income source uncovered',
      withSegment(
        owning('FS_GB_ENFMT_OOO_ELC', 9, { incomeSources: ['employed', 'benefits', 'unearned', 'none'] }),
      ),
      ['North', 'South'].map(name => `Rank 9 leaves ${name} uncovered for the income source self-employed.`),
    ],
    [
      'two segments outside the UK',
      withSegment(owning('FS_NI_CCLNT_OOO_CPLX', 1, { nonUk: true, regions: ['Nowhere'] })),
      [
        'The segment FS_NI_CCLNT_OOO_CPLX covers Nowhere, which is no region of NI.',
        'Rank 1 takes paying parents outside the UK twice: FS_GB_CCLNT_OOO_SCR and FS_NI_CCLNT_OOO_CPLX.',
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
      'nothing at all',
      { ...sound, regions: [], segments: [] },
      ['The BOM has neither regions nor segments.'],
    ],
  ])('%s', (_, bom, faults) => {
    expect(faultsOfBom(bom)).toEqual(faults)
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
