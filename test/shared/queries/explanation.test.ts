import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, allocationFacts, holds } from '../../../shared/domain/allocation.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { explainAllocation } from '../../../shared/queries/explanation.ts'
import { ladderOf } from '../../../shared/queries/ladder.ts'
import { ifUnlocked, whatIfsOf } from '../../../shared/queries/what-if.ts'
import { aCaseGroup, aLock, aPerson, aRequest } from '../../make/a-case-group.ts'
import { anOrganisation, segment } from '../../make/an-organisation.ts'

const index = indexOrganisation(anOrganisation())
const explain = (group: CaseGroup) => explainAllocation(group, index)
const rungOf = (group: CaseGroup, rank: number) => explain(group).rungs.find(rung => rung.rank === rank)

const anyGroup = fc
  .record({
    sensitive: fc.boolean(),
    compliant: fc.boolean(),
    complex: fc.boolean(),
    complaint: fc.constantFrom('none' as const, 'unresolved' as const, 'review' as const),
    appeal: fc.constantFrom('none' as const, 'lodged' as const, 'accepted' as const),
    stage: fc.constantFrom('application' as const, 'maintenance' as const),
    postcode: fc.constantFrom('M1 1AA', 'BS1 1AA', 'BT1 1AA', 'ZZ9 9ZZ', 'JE1 1AA', null),
  })
  .map(({ postcode, ...facts }) =>
    aCaseGroup({
      ...facts,
      reachedMaintenance: facts.stage === 'maintenance',
      people: [aPerson('pp', { postcode })],
    }),
  )

describe('ALLOC-10 a group explains why it is where it is', () => {
  it('in one sentence with the fact that decided', () => {
    expect(explain(aCaseGroup()).sentence).toBe('In MAINT_NO_MSR GB because the case is at maintenance.')
    expect(explain(aCaseGroup({ compliant: false })).sentence).toBe(
      'In MAINT_NO_MSR GB, but it belongs to ENFMT_NO_ELC GB because the paying parent is non-compliant.',
    )
  })

  it('says what the lock changes', () => {
    expect(explain(aCaseGroup({ compliant: false, lock: aLock() })).lockSentence).toBe(
      'A lock since 3 September 2026 keeps it here.',
    )
    expect(explain(aCaseGroup({ lock: aLock({ sinceIsFirstSeen: true }) })).lockSentence).toBe(
      'A lock, first seen on 3 September 2026, holds nothing back: it would stay here without it.',
    )
    expect(explain(aCaseGroup({ sensitive: true, lock: aLock() })).lockSentence).toContain('does not hold it')
  })

  it('shows the facts that were false too, and those that hold but are outranked', () => {
    expect(rungOf(aCaseGroup(), 7)).toMatchObject({ verdict: 'no', fact: 'no marker' })
    expect(rungOf(aCaseGroup({ complex: true, compliant: false }), 9)).toMatchObject({ verdict: 'outranked' })
    expect(rungOf(aCaseGroup({ appeal: 'lodged' }), 6)?.fact).toBe(
      'an appeal is lodged, but not accepted yet',
    )
  })

  it('says that a rank is skipped that the country lacks (BOM-5)', () => {
    const group = aCaseGroup({ complex: true, people: [aPerson('pp', { postcode: 'BT1 1AA' })] })
    expect(rungOf(group, 7)).toMatchObject({ verdict: 'skipped' })
    expect(rungOf(group, 7)?.fact).toContain('Northern Ireland has no such segment')
    expect(rungOf(group, 11)?.verdict).toBe('decides')
  })

  it('says why it cannot be allocated (ALLOC-8)', () => {
    const lost = aCaseGroup({ people: [aPerson('pp', { postcode: null })] })
    expect(explain(lost).sentence).toBe(
      'Stays in MAINT_NO_MSR GB, whatever its rank. The paying parent’s postcode is not known.',
    )
  })

  it('always names just one rank that decides, the one that allocation uses, above all others that hold', () => {
    fc.assert(
      fc.property(anyGroup, group => {
        const facts = allocationFacts(group)
        const { rungs } = explain(group)
        const deciding = rungs.filter(({ verdict }) => verdict === 'decides')
        expect(deciding.map(({ rank }) => rank)).toEqual([allocate(facts, index.bom).rank])
        for (const { rank, verdict } of rungs) {
          if (verdict === 'outranked') expect(rank).toBeGreaterThan(deciding[0]?.rank ?? 0)
          if (verdict === 'no') expect(holds(rank, facts)).toBe(false)
        }
      }),
    )
  })
})

describe('ALLOC-10 the ranks in few lines', () => {
  const lines = (group: CaseGroup) =>
    ladderOf(explain(group).rungs).map(step => step.map(({ rank }) => rank).join(' '))

  it('puts those without anything of the kind together, and every rank with a fact of its own alone', () => {
    expect(lines(aCaseGroup())).toEqual(['1', '2 3 4 5', '6 7 8', '9', '10', '11', '12'])
  })

  it('leaves out no rank, and joins neither what decides nor what is outranked', () => {
    fc.assert(
      fc.property(anyGroup, group => {
        const { rungs } = explain(group)
        const ladder = ladderOf(rungs)
        expect(ladder.flat()).toEqual(rungs)
        for (const { length, 0: first } of ladder) {
          if (first?.verdict === 'decides' || first?.verdict === 'outranked') expect(length).toBe(1)
        }
      }),
    )
  })
})

describe('ALLOC-10 the same answer for facts that are not so', () => {
  const answers = (group: CaseGroup) =>
    whatIfsOf(group, index).map(({ condition, answer }) => `${condition}, ${answer}.`)

  it('says what would move it', () => {
    expect(answers(aCaseGroup())).toEqual([
      'If the paying parent became non-compliant, it would belong to ENFMT_NO_ELC GB.',
    ])
    expect(answers(aCaseGroup({ complaint: 'unresolved' }))).toContain(
      'If the complaint were resolved, it would belong to MAINT_NO_MSR GB.',
    )
  })

  it('says what a request changes when it completes (ALLOC-6)', () => {
    const group = aCaseGroup({
      serviceRequests: [aRequest('1-1', { type: 'Compliance check', flipsTo: 'compliant=N' })],
    })
    expect(answers(group)).toContain(
      'When Compliance check 1-1 completes, it would belong to ENFMT_NO_ELC GB.',
    )
  })

  it('ALLOC-8: says that it could not be allocated, and why', () => {
    const unknown = aCaseGroup({ complex: true, people: [aPerson('pp', { postcode: null })] })
    expect(answers(unknown)).toContain(
      'If the complex marker went, it would still not be allocatable: the paying parent’s postcode is not known.',
    )
    const abroad = aCaseGroup({ complex: true, people: [aPerson('pp', { country: 'FR' })] })
    expect(answers(abroad)).toContain(
      'If the complex marker went, it would not be allocatable and would stay here: no segment of its rank takes paying parents outside the United Kingdom.',
    )
    const back = aCaseGroup({
      people: [aPerson('pp', { country: 'FR' })],
      segment: segment('FS_GB_ENFMT_SO_ELC'),
    })
    expect(answers(back)).toContain('If the paying parent became non-compliant, it would stay here.')
  })

  it('says what unlocking would do (LOCK-5)', () => {
    expect(ifUnlocked(aCaseGroup({ lock: aLock() }), index)).toBe('It stays here, with its holder.')
    expect(ifUnlocked(aCaseGroup({ lock: aLock(), compliant: false }), index)).toContain(
      'It goes to ENFMT_NO_ELC GB',
    )
  })
})
