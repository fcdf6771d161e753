import { describe, expect, it } from 'vitest'
import { allocate, allocationFacts } from '../../../shared/domain/allocation.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { FactorChange } from '../../../shared/domain/factor.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { withHere } from '../../../shared/domain/request-here.ts'
import { pendingSince } from '../../../shared/queries/pending-since.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { anOrganisation } from '../../make/an-organisation.ts'

const { bom } = indexOrganisation(anOrganisation())
/** Where a group belongs is the operating model's to say; GB has no rank 2 to 4 here, so these are named. */
const sinceOf = (group: CaseGroup, rank?: number) => {
  const allocation = allocate(allocationFacts(group), bom)
  return pendingSince(group, { ...allocation, rank: rank ?? allocation.rank }, bom)
}

const ice = { openedOn: '2026-03-01', closedOn: null }

describe('LOCK-5 since when a group belongs elsewhere', () => {
  it('is since the fact of its rank holds', () => {
    expect(sinceOf(aCaseGroup({ ice }), 4)).toBe('2026-03-01')
  })

  it('is since the last higher rank ended, where that is later', () => {
    const phso = { openedOn: '2026-01-01', closedOn: '2026-05-01' }
    const judicialReview = { openedOn: '2026-01-01', closedOn: '2026-06-01' }
    expect(sinceOf(aCaseGroup({ ice, phso, judicialReview }), 4)).toBe('2026-06-01')
  })

  it('is not moved by a higher rank that ended before, nor by a lower one', () => {
    const judicialReview = { openedOn: '2025-01-01', closedOn: '2025-06-01' }
    expect(sinceOf(aCaseGroup({ ice, judicialReview }), 4)).toBe('2026-03-01')
    const phso = { openedOn: '2026-02-01', closedOn: null }
    expect(sinceOf(aCaseGroup({ phso, ice: { ...ice, closedOn: '2026-04-01' } }), 3)).toBe('2026-02-01')
  })

  it('is not known where the extract gives the rank no date', () => {
    const judicialReview = { openedOn: '2025-01-01', closedOn: '2025-06-01' }
    expect(sinceOf(aCaseGroup({ compliant: false, judicialReview }))).toBeNull()
  })
})

describe('LOCK-5, ALLOC-6 since when, where a request that was closed here changed it', () => {
  const closing = (place: number, closedOn: string, changed: FactorChange) =>
    withHere(aRequest(String(place), { status: 'Closed' }), { closedOn, changed, closing: place })
  const lapsed = { factor: 'compliant', from: 'Y', to: 'N' }
  const nowComplex = { factor: 'complex', from: 'N', to: 'Y' }

  it('is since that was closed', () => {
    const serviceRequests = [closing(1, '2026-11-03', lapsed)]
    expect(sinceOf(aCaseGroup({ compliant: false, serviceRequests }))).toBe('2026-11-03')
  })

  it('is not moved by a later one that changed nothing of where it belongs', () => {
    const source = { factor: 'income_source', from: 'benefits', to: 'employed' }
    const serviceRequests = [closing(1, '2026-11-03', lapsed), closing(2, '2026-11-05', source)]
    expect(sinceOf(aCaseGroup({ compliant: false, serviceRequests }))).toBe('2026-11-03')
  })

  it('is of the rank that decides, not of a lower one that changed later', () => {
    const serviceRequests = [closing(1, '2026-11-03', nowComplex), closing(2, '2026-11-05', lapsed)]
    const group = aCaseGroup({ complex: true, compliant: false, serviceRequests })
    expect(sinceOf(group)).toBe('2026-11-03')
  })

  it('is since the end of a higher rank, where a closing ended that', () => {
    const ended = { factor: 'complex', from: 'Y', to: 'N' }
    const serviceRequests = [closing(1, '2026-11-03', lapsed), closing(2, '2026-11-05', ended)]
    expect(sinceOf(aCaseGroup({ compliant: false, serviceRequests }))).toBe('2026-11-05')
    const judicialReview = { openedOn: '2026-01-01', closedOn: '2026-11-10' }
    expect(sinceOf(aCaseGroup({ compliant: false, judicialReview, serviceRequests }))).toBe('2026-11-10')
  })

  it('is not known where the fact is otherwise by now', () => {
    const back = { factor: 'compliant', from: 'N', to: 'Y' }
    const serviceRequests = [closing(1, '2026-11-03', back)]
    expect(sinceOf(aCaseGroup({ compliant: false, serviceRequests }))).toBeNull()
  })
})
