import { describe, expect, it } from 'vitest'
import { pendingSince } from '../../../shared/queries/pending-since.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'

const ice = { openedOn: '2026-03-01', closedOn: null }

describe('LOCK-5 since when a group belongs elsewhere', () => {
  it('is since the fact of its rank holds', () => {
    expect(pendingSince(aCaseGroup({ ice }), 4)).toBe('2026-03-01')
  })

  it('is since the last higher rank ended, where that is later', () => {
    const phso = { openedOn: '2026-01-01', closedOn: '2026-05-01' }
    const judicialReview = { openedOn: '2026-01-01', closedOn: '2026-06-01' }
    expect(pendingSince(aCaseGroup({ ice, phso, judicialReview }), 4)).toBe('2026-06-01')
  })

  it('is not moved by a higher rank that ended before, nor by a lower one', () => {
    const judicialReview = { openedOn: '2025-01-01', closedOn: '2025-06-01' }
    expect(pendingSince(aCaseGroup({ ice, judicialReview }), 4)).toBe('2026-03-01')
    const phso = { openedOn: '2026-02-01', closedOn: null }
    expect(pendingSince(aCaseGroup({ phso, ice: { ...ice, closedOn: '2026-04-01' } }), 3)).toBe('2026-02-01')
  })

  it('is not known where the extract gives the rank no date', () => {
    const judicialReview = { openedOn: '2025-01-01', closedOn: '2025-06-01' }
    expect(pendingSince(aCaseGroup({ compliant: false, judicialReview }), 9)).toBeNull()
  })
})
