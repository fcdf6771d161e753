import { describe, expect, it } from 'vitest'
import { aCaseGroup, aLock, number } from '../../make/a-case-group.ts'
import { readingsFor } from '../../make/readings.ts'

const groups = [
  aCaseGroup({ id: number('1'), compliant: false, lock: aLock() }),
  aCaseGroup({ id: number('2'), compliant: false }),
  aCaseGroup({ id: number('3'), appeal: 'accepted' }),
  aCaseGroup({ id: number('4') }),
  aCaseGroup({ id: number('5'), compliant: false, status: 'Closed' }),
]

const listedFor = (person: string) =>
  readingsFor(person, groups).misplaced.map(
    ({ group, to, fact, heldByLock }) => `${group.id} to ${to}${heldByLock ? ', held' : ''}: ${fact}`,
  )

describe('IMP-8 allocation drift', () => {
  it('is what belongs elsewhere, by where, with the fact that decides; what a lock holds last; no closed one', () => {
    expect(listedFor('N1-mgr')).toEqual([
      '3 to FS_GB_CCLNT_APPS: an appeal is accepted',
      expect.stringMatching(/^2 to FS_GB_ENFMT_NO_ELC: the paying parent is non-compliant/),
      expect.stringMatching(/^1 to FS_GB_ENFMT_NO_ELC, held: /),
    ])
  })

  it('is nobody else’s to see: an import moves nothing, and a manager applies it', () => {
    expect(listedFor('N1-lead')).toEqual([])
    expect(listedFor('E1-mgr')).toEqual([])
  })
})
