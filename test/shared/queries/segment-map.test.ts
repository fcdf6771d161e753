import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placementOf } from '../../../shared/domain/allocation.ts'
import { indexBom } from '../../../shared/domain/bom-index.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { SegmentName } from '../../../shared/domain/ids.ts'
import { segmentMapOf } from '../../../shared/queries/segment-map.ts'
import { aCaseGroup, aLock, aPerson } from '../../make/a-case-group.ts'
import { aBom, segment } from '../../make/an-organisation.ts'

const bom = indexBom(aBom)
const NORTH = segment('FS_GB_MAINT_NO_MSR')
const ENFORCEMENT = segment('FS_GB_ENFMT_NO_ELC')
const standing = (groups: readonly CaseGroup[], name: SegmentName) =>
  segmentMapOf(groups, bom).standings.find(each => each.name === name)

describe('IMP-8 the map of segments shows what allocation drift would move', () => {
  it('from where to where, what a lock holds apart from the rest', () => {
    const groups = [
      aCaseGroup(),
      aCaseGroup({ compliant: false }),
      aCaseGroup({ compliant: false }),
      aCaseGroup({ compliant: false, lock: aLock() }),
      aCaseGroup({ complaint: 'unresolved' }),
    ]
    const { flows, total } = segmentMapOf(groups, bom)
    expect(flows).toEqual([
      { from: NORTH, to: ENFORCEMENT, groups: 2, held: 1 },
      { from: NORTH, to: segment('FS_GB_MAINT_CRM'), groups: 1, held: 0 },
    ])
    expect(total).toEqual({ groups: 5, out: 3, heldOut: 1, unplaced: 0 })
    expect(standing(groups, NORTH)).toMatchObject({ groups: 5, out: 3, heldOut: 1, in: 0 })
    expect(standing(groups, ENFORCEMENT)).toMatchObject({ groups: 0, in: 2, heldIn: 1 })
  })

  it('LOCK-4 a lock does not hold what is nationally sensitive', () => {
    const { flows } = segmentMapOf([aCaseGroup({ sensitive: true, lock: aLock() })], bom)
    expect(flows).toEqual([{ from: NORTH, to: segment('FS_GB_CCLNT_SCR'), groups: 1, held: 0 }])
  })

  it('ALLOC-13 closed groups are in no figure', () => {
    expect(segmentMapOf([aCaseGroup({ status: 'Closed', compliant: false })], bom).total.groups).toBe(0)
  })

  it('ALLOC-8 what cannot be allocated stays, and is counted as that', () => {
    const lost = aCaseGroup({ people: [aPerson('pp', { postcode: null })] })
    expect(standing([lost], NORTH)).toMatchObject({ groups: 1, out: 0, unplaced: 1 })
  })

  it('groups in a segment that the BOM lacks by now stand below all ranks', () => {
    const gone = segment('FS_GB_OLD_ONE')
    const { standings, flows } = segmentMapOf([aCaseGroup({ segment: gone })], bom)
    expect(standings.at(-1)).toMatchObject({ name: gone, segment: null, groups: 1, out: 1 })
    expect(flows).toEqual([{ from: gone, to: NORTH, groups: 1, held: 0 }])
  })
})

describe('BOM-3 the map has every case-owning segment', () => {
  it('the highest rank first, Great Britain before Northern Ireland, regions as the BOM has them', () => {
    const { standings } = segmentMapOf([], bom)
    const ranks = standings.map(({ segment: each }) => each?.rank ?? 0)
    expect(ranks).toEqual([...ranks].sort((one, other) => one - other))
    expect(standings).toHaveLength(aBom.segments.filter(({ kind }) => kind === 'case-owning').length)
    const nine = standings.filter(({ segment: each }) => each?.rank === 9).map(({ name }) => name)
    expect(nine).toEqual([ENFORCEMENT, segment('FS_GB_ENFMT_SO_ELC'), segment('FS_NI_ENFMT_ELC')])
  })
})

describe('the figures of the map add up', () => {
  const anyGroup = fc.record({
    segment: fc.constantFrom(NORTH, ENFORCEMENT, segment('FS_NI_MAINT_MSR'), segment('FS_GB_GONE_X')),
    compliant: fc.boolean(),
    complex: fc.boolean(),
    sensitive: fc.boolean(),
    status: fc.constantFrom<CaseGroup['status']>('Active', 'Suspended', 'Closed'),
    lock: fc.constantFrom(null, aLock()),
    people: fc
      .constantFrom('M1 1AA', 'BT1 1AA', 'ZZ1 1AA', null)
      .map(postcode => [aPerson('pp', { postcode })]),
  })

  it('nobody is counted twice or lost, and what goes out comes in', () => {
    fc.assert(
      fc.property(fc.array(anyGroup, { maxLength: 30 }), made => {
        const groups = made.map(aCaseGroup)
        const { standings, flows, total } = segmentMapOf(groups, bom)
        const sum = (of: 'groups' | 'out' | 'heldOut' | 'in' | 'heldIn') =>
          standings.reduce((all, each) => all + each[of], 0)
        expect(sum('groups')).toBe(groups.filter(({ status }) => status !== 'Closed').length)
        expect(sum('out')).toBe(groups.filter(group => placementOf(group, bom).wouldMove).length)
        expect(sum('heldOut')).toBe(groups.filter(group => placementOf(group, bom).heldByLock).length)
        expect([sum('in'), sum('heldIn')]).toEqual([sum('out'), sum('heldOut')])
        expect(flows.reduce((all, flow) => all + flow.groups, 0)).toBe(total.out)
        expect(flows.reduce((all, flow) => all + flow.held, 0)).toBe(total.heldOut)
      }),
    )
  })
})
