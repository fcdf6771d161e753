import { describe, expect, it } from 'vitest'
import { followTeam } from '../../../hub/import/follow-team.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { maySeeAggregate } from '../../../shared/sync/buckets.ts'
import { decide } from '../../make/a-command.ts'
import { anOwnIncident, aStep } from '../../make/an-incident.ts'
import { aBom, anOrganisation, segment, staff, team } from '../../make/an-organisation.ts'

const before = anOrganisation()
const [OLD, NEW] = [segment('FS_GB_MAINT_NO_MSR'), segment('FS_GB_MAINT_NORTH_MSR')]
const renamed = {
  ...before,
  bom: { ...aBom, segments: aBom.segments.map(each => (each.name === OLD ? { ...each, name: NEW } : each)) },
  teams: before.teams.map(each => (each.segment === OLD ? { ...each, segment: NEW } : each)),
}

describe('INC-16 an incident without a case', () => {
  it('is where its team is, so that those who may authorise it see it there', () => {
    const own = anOwnIncident({ state: 'referred', raisedBy: staff('N1-lead') })
    const index = indexOrganisation(renamed)
    const followed = followTeam(own, index)
    if (followed.kind !== 'incident') throw new Error('It is another document.')
    expect(followed).toEqual({ ...own, segment: NEW })
    for (const leader of ['N1-mgr', 'N2-lead']) {
      expect(maySeeAggregate(staff(leader), followed, index, '2026-11-21')).toBe(true)
      const step = aStep('authorise-incident', own.incident, {}, null)
      expect(decide(step, leader, undefined, renamed, [followed]).ok).toBe(true)
      expect(decide(step, leader, undefined, renamed, [own]).ok).toBe(false)
    }
    expect(followTeam(own, indexOrganisation(before))).toBe(own)
  })

  it('is with its raiser’s when its team is no more', () => {
    const closed = {
      ...before,
      teams: before.teams.filter(({ id }) => id !== team('N1')),
      staff: before.staff.map(each => (each.team === team('N1') ? { ...each, team: team('S1') } : each)),
    }
    const own = anOwnIncident({ raisedBy: staff('N1-1') })
    expect(followTeam(own, indexOrganisation(closed))).toMatchObject({
      team: 'S1',
      segment: 'FS_GB_MAINT_SO_MSR',
    })
  })
})
