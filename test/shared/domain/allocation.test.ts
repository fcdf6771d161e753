import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AllocationFacts,
  allocate,
  allocationFacts,
  placementOf,
} from '../../../shared/domain/allocation.ts'
import { indexBom } from '../../../shared/domain/bom-index.ts'
import type { CaseGroup, Person } from '../../../shared/domain/case-group.ts'
import { incomeSources } from '../../../shared/domain/income-source.ts'
import { aCaseGroup, aLock, aPerson } from '../../make/a-case-group.ts'
import { aBom, owning, segment } from '../../make/an-organisation.ts'

const bom = indexBom(aBom)
const open = { openedOn: '2026-01-01', closedOn: null }
const closed = { openedOn: '2026-01-01', closedOn: '2026-02-01' }

const where = (group: CaseGroup) => allocate(allocationFacts(group), bom)

/** With the four ranks that `aBom` lacks, so that GB has all twelve. */
const wholeBom = indexBom({
  ...aBom,
  segments: [
    ...aBom.segments,
    owning(2, 'CCLNT_JR', 'GB'),
    owning(3, 'CCLNT_PHSO', 'GB'),
    owning(4, 'CCLNT_ICE', 'GB'),
    owning(5, 'CCLNT_CRV', 'GB'),
  ],
})
const livingAt = (person: Partial<Person>) => aCaseGroup({ people: [aPerson('pp', person)] })

describe('ALLOC-2 country and region come from the paying parent’s postcode alone', () => {
  it.each([
    ['M1 1AA', 'FS_GB_MAINT_NO_MSR'],
    ['BS1 1AA', 'FS_GB_MAINT_SO_MSR'],
    ['BT1 1AA', 'FS_NI_MAINT_MSR'],
    ['CH1 1AA', 'FS_GB_MAINT_NO_MSR'],
    ['CH5 1AA', 'FS_GB_MAINT_SO_MSR'],
    ['EC1A 1BB', 'FS_GB_MAINT_NO_MSR'],
    ['EC2A 1BB', 'FS_GB_MAINT_SO_MSR'],
  ])('%s belongs to %s: a district beats its area', (postcode, expected) => {
    expect(where(livingAt({ postcode })).segment).toBe(expected)
  })

  it('takes no notice of where the receiving parent lives, nor of a GB address that says NI', () => {
    const group = aCaseGroup({
      people: [aPerson('pp'), aPerson('rp', { postcode: 'BT1 1AA', country: 'NI' })],
    })
    expect(where(group).segment).toBe('FS_GB_MAINT_NO_MSR')
    expect(where(livingAt({ postcode: 'M1 1AA', country: 'NI' })).segment).toBe('FS_GB_MAINT_NO_MSR')
  })
})

describe('ALLOC-3 the income source chooses among the segments of a rank', () => {
  it('goes to the segment that names the source, else to the one that names none', () => {
    expect(where(aCaseGroup({ incomeSource: 'self-employed' })).segment).toBe('FS_GB_MAINT_NO_MSRSE')
    expect(where(aCaseGroup({ incomeSource: 'benefits' })).segment).toBe('FS_GB_MAINT_NO_MSR')
    expect(where(aCaseGroup({ incomeSource: null })).segment).toBe('FS_GB_MAINT_NO_MSR')
  })
})

describe('ALLOC-4 the highest rank whose trigger holds wins (BOM-3)', () => {
  // Each holds the trigger of the next rank below, too.
  const cases: readonly [rank: number, segment: string, facts: Partial<CaseGroup>][] = [
    [1, 'FS_GB_CCLNT_SCR', { sensitive: true, judicialReview: open }],
    [2, 'FS_GB_CCLNT_JR', { judicialReview: open, phso: open }],
    [3, 'FS_GB_CCLNT_PHSO', { phso: open, ice: open }],
    [4, 'FS_GB_CCLNT_ICE', { ice: open, complaint: 'review' }],
    [5, 'FS_GB_CCLNT_CRV', { complaint: 'review', appeal: 'accepted' }],
    [6, 'FS_GB_CCLNT_APPS', { appeal: 'accepted', complex: true }],
    [7, 'FS_GB_CCLNT_CPLX', { complex: true, complaint: 'unresolved', compliant: false }],
    [8, 'FS_GB_ENFMT_NO_CRE', { complaint: 'unresolved', compliant: false }],
    [9, 'FS_GB_ENFMT_NO_ELC', { compliant: false }],
    [10, 'FS_GB_MAINT_CRM', { complaint: 'unresolved' }],
    [11, 'FS_GB_MAINT_NO_MSR', {}],
    [12, 'FS_GB_OPPTS_APPL', { stage: 'application', reachedMaintenance: false }],
  ]
  it.each(cases)('rank %i, %s, for %j', (rank, name, facts) => {
    expect(allocate(allocationFacts(aCaseGroup(facts)), wholeBom)).toEqual({
      rank,
      segment: name,
      obstacle: null,
    })
  })

  it.each(cases.slice(1, 4))('rank %i, %s, ends with its episode', (rank, _, facts) => {
    const ended = Object.fromEntries(
      Object.entries(facts)
        .slice(0, 1)
        .map(([fact]) => [fact, closed]),
    )
    const next = allocate(allocationFacts(aCaseGroup({ ...facts, ...ended })), wholeBom)
    expect(next.rank).toBe(rank + 1)
  })

  it('counts non-compliance only at stage maintenance, and a complaint at application as rank 10', () => {
    const applying = { stage: 'application', reachedMaintenance: false } as const
    expect(where(aCaseGroup({ ...applying, compliant: false })).rank).toBe(12)
    expect(where(aCaseGroup({ ...applying, compliant: false, complaint: 'unresolved' })).rank).toBe(10)
  })

  it('does not count a lodged appeal, nor a request that has been closed', () => {
    expect(where(aCaseGroup({ appeal: 'lodged' })).rank).toBe(11)
    expect(where(aCaseGroup({ judicialReview: closed, phso: closed, ice: closed })).rank).toBe(11)
  })
})

describe('BOM-5 a rank that a country lacks is skipped', () => {
  it('passes over an open judicial review here, where no segment of rank 2 exists', () => {
    expect(where(aCaseGroup({ judicialReview: open })).rank).toBe(11)
  })

  it('passes over the complex marker in Northern Ireland only', () => {
    const complex = aCaseGroup({ complex: true, people: [aPerson('pp', { postcode: 'BT1 1AA' })] })
    expect(where(complex)).toMatchObject({ rank: 11, segment: 'FS_NI_MAINT_MSR' })
  })
})

describe('ALLOC-5 a group that has reached maintenance never goes back to Application Service', () => {
  it('counts a later stage application as maintenance', () => {
    expect(where(aCaseGroup({ stage: 'application', reachedMaintenance: true })).rank).toBe(11)
  })
})

describe('ALLOC-8 an address outside the United Kingdom', () => {
  it.each([
    { country: 'FR' },
    { country: 'IM', postcode: 'M1 1AA' },
    { country: null, postcode: 'JE2 4WD' },
    { country: 'GB', postcode: 'GY1 1AA' },
    { country: 'GB', postcode: 'IM1 1AA' },
  ])('goes to the segment of its rank for non-UK addresses: %j', person => {
    expect(where({ ...livingAt(person), compliant: false }).segment).toBe('FS_GB_ENFMT_SO_ELC')
  })

  it('stays where it is, flagged, where the rank has no such segment', () => {
    expect(where(livingAt({ country: 'FR' }))).toEqual({
      rank: 11,
      segment: null,
      obstacle: 'no-non-uk-segment',
    })
  })

  it('LOCK-4: rank 1 goes to SCR of its present segment’s country where no SCR takes such addresses', () => {
    const segments = aBom.segments.map(each =>
      each.kind === 'case-owning' ? { ...each, nonUk: false } : each,
    )
    const abroad = { ...livingAt({ country: 'FR' }), sensitive: true }
    const placed = (group: CaseGroup) => placementOf(group, indexBom({ ...aBom, segments }))
    expect(placed(abroad)).toMatchObject({ rank: 1, segment: 'FS_GB_CCLNT_SCR', wouldMove: true })
    const irish = { ...abroad, segment: segment('FS_NI_MAINT_MSR') }
    expect(placed(irish)).toMatchObject({ rank: 1, segment: 'FS_NI_CCLNT_SCR' })
  })

  it('stays where it is without a usable postcode, or with one in no region', () => {
    expect(where(livingAt({ postcode: null }))).toMatchObject({ segment: null, obstacle: 'no-postcode' })
    expect(where(livingAt({ postcode: 'ZZ1 1AA' }))).toMatchObject({
      segment: null,
      obstacle: 'postcode-in-no-region',
    })
  })

  it('sends rank 1 to SCR of its present segment’s country all the same', () => {
    const nowhere = { people: [aPerson('pp', { postcode: null })], sensitive: true }
    expect(where(aCaseGroup(nowhere)).segment).toBe('FS_GB_CCLNT_SCR')
    expect(where(aCaseGroup({ ...nowhere, segment: segment('FS_NI_MAINT_MSR') })).segment).toBe(
      'FS_NI_CCLNT_SCR',
    )
  })
})

describe('LOCK-1 a lock holds the group, LOCK-4 but not against national sensitivity', () => {
  it('would move, but for the lock', () => {
    const wanted = aCaseGroup({ compliant: false })
    expect(placementOf(wanted, bom)).toMatchObject({ wouldMove: true, heldByLock: false })
    expect(placementOf({ ...wanted, lock: aLock() }, bom)).toMatchObject({
      wouldMove: false,
      heldByLock: true,
    })
    const sensitive = { ...wanted, sensitive: true, lock: aLock() }
    expect(placementOf(sensitive, bom)).toMatchObject({ wouldMove: true, heldByLock: false })
  })

  it('ALLOC-13: a closed group never would', () => {
    expect(placementOf(aCaseGroup({ compliant: false, status: 'Closed' }), bom).wouldMove).toBe(false)
  })
})

const anyFacts: fc.Arbitrary<AllocationFacts> = fc.record({
  segment: fc.constantFrom(...aBom.segments.map(({ name }) => name)),
  country: fc.constantFrom('GB', 'NI', 'FR', 'IM', null),
  postcode: fc.constantFrom('M1 1AA', 'BS1 1AA', 'BT1 1AA', 'CH5 1AA', 'ZZ9 9ZZ', null),
  incomeSource: fc.constantFrom(...incomeSources, null),
  sensitive: fc.boolean(),
  judicialReview: fc.boolean(),
  phso: fc.boolean(),
  ice: fc.boolean(),
  complaint: fc.constantFrom('none', 'unresolved', 'review'),
  appealAccepted: fc.boolean(),
  complex: fc.boolean(),
  maintenance: fc.boolean(),
  compliant: fc.boolean(),
})

describe('ALLOC-1 and ALLOC-11 for any facts', () => {
  it('gives one case-owning segment of the rank it names, or an obstacle, and always the same', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        const found = allocate(facts, bom)
        expect(allocate({ ...facts }, indexBom(structuredClone(aBom)))).toEqual(found)
        if (found.segment === null) expect(found.obstacle).not.toBeNull()
        else expect(bom.caseOwning.get(found.segment)?.rank).toBe(found.rank)
      }),
    )
  })

  it('never gets a lower rank by one trigger more', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        expect(allocate({ ...facts, sensitive: true }, bom).rank).toBe(1)
        const more = allocate({ ...facts, appealAccepted: true }, bom).rank
        expect(more).toBeLessThanOrEqual(allocate(facts, bom).rank)
      }),
    )
  })
})
