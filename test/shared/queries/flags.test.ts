import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { flagsOf } from '../../../shared/queries/flags.ts'
import { aCaseGroup, aPerson } from '../../make/a-case-group.ts'
import { anOrganisation } from '../../make/an-organisation.ts'

const index = indexOrganisation(anOrganisation())
const flagged = (more: Partial<CaseGroup>) => flagsOf(aCaseGroup(more), index)
const living = (more: Parameters<typeof aPerson>[1]) => ({ people: [aPerson('pp', more), aPerson('rp')] })

describe('what is flagged on a case group', () => {
  it('is nothing, mostly', () => {
    expect(flagged({})).toEqual([])
  })

  it('ALLOC-5: application stage after maintenance was reached, and only after that', () => {
    expect(flagged({ stage: 'application', reachedMaintenance: true })).toEqual(['application-again'])
    expect(flagged({ stage: 'application', reachedMaintenance: false })).toEqual([])
    expect(flagged({ stage: 'maintenance', reachedMaintenance: true })).toEqual([])
  })

  it('ALLOC-8: no usable postcode, one in no region, and outside the UK where nobody takes those', () => {
    expect(flagged(living({ postcode: null }))).toEqual(['not-allocatable'])
    expect(flagged(living({ postcode: 'ZE1 0AA' }))).toEqual(['not-allocatable'])
    expect(flagged(living({ country: 'FR', postcode: null }))).toEqual(['not-allocatable'])
  })

  it('ALLOC-8: not where its rank takes it all the same', () => {
    const abroad = living({ country: 'FR', postcode: null })
    expect(flagged({ ...abroad, stage: 'application', reachedMaintenance: false })).toEqual([])
    expect(flagged({ ...living({ postcode: null }), sensitive: true })).toEqual([])
  })

  it('IMP-6: what the newest extract no longer lists', () => {
    expect(flagged({ missingFromExtract: true })).toEqual(['not-in-extract'])
  })
})
