import { describe, expect, it } from 'vitest'
import { teamSidesOf } from '../../../shared/queries/team-sides.ts'
import { aCaseGroup, aLock, number } from '../../make/a-case-group.ts'
import { anOrganisation, staff, team } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

const groups = [
  aCaseGroup({ id: number('1') }),
  aCaseGroup({ id: number('2'), holder: staff('N1-2'), lock: aLock({ reviewOn: '2026-11-20' }) }),
  aCaseGroup({ id: number('3'), holder: null }),
  aCaseGroup({ id: number('4'), team: team('N2'), holder: staff('N2-1') }),
  aCaseGroup({ id: number('5'), team: team('N2'), holder: staff('gone') }),
]

describe('a manager’s teams side by side', () => {
  it('say of each what it has in hand', () => {
    const [north, other, ...rest] = teamSidesOf(readingsFor('N1-mgr', groups))
    expect(rest).toEqual([])
    expect(north).toMatchObject({
      team: { id: 'N1' },
      unled: false,
      groups: 3,
      perCaseworker: 2,
      queue: 1,
      locksToReview: 1,
    })
    expect(other).toMatchObject({ team: { id: 'N2' }, groups: 2, queue: 0 })
  })

  it('TEAM-3: and which one has no active leader', () => {
    const organisation = anOrganisation({
      staff: anOrganisation().staff.filter(({ number: who }) => who !== 'N2-lead'),
    })
    const sides = teamSidesOf(readingsFor('N1-mgr', groups, organisation))
    expect(sides.map(({ unled }) => unled)).toEqual([false, true])
  })

  it('are for nobody else', () => {
    expect(teamSidesOf(readingsFor('N1-lead', groups))).toEqual([])
  })
})
