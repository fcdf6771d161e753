import { describe, expect, it } from 'vitest'
import { caseloadOf } from '../../../shared/queries/caseload.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'

const before = aCaseGroup({ id: number('1') })
const after = aCaseGroup({ id: number('1'), holder: null })
const other = aCaseGroup({ id: number('2') })

describe('what lists show of a change that waits', () => {
  it('is the group as the hub confirmed it, named as intended', () => {
    const held = new Map([after, other].map(group => [group.id, group]))
    const { groups, intended } = caseloadOf({
      shown: held,
      pending: new Set([before.id]),
      confirmed: () => before,
    })
    expect(groups).toContain(before)
    expect(groups).not.toContain(after)
    expect(groups).toHaveLength(2)
    expect([...intended]).toEqual(['1'])
  })

  it('is there even where the change takes it out of sight', () => {
    const held = new Map([[other.id, other]])
    expect(
      caseloadOf({ shown: held, pending: new Set([before.id]), confirmed: () => before }).groups,
    ).toContain(before)
  })
})
