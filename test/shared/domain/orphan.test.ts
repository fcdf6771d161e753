import { describe, expect, it } from 'vitest'
import { withHolder } from '../../../shared/domain/landing.ts'
import type { StaffMember } from '../../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { orphaningOf, requestOrphaningOf } from '../../../shared/domain/orphan.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { aMember, anOrganisation, staff, team } from '../../make/an-organisation.ts'

const withStaff = (...members: readonly StaffMember[]) =>
  indexOrganisation(anOrganisation({ staff: [...anOrganisation().staff, ...members] }))

const heldBy = (number: string) => aCaseGroup({ holder: staff(number) })
const removed = aMember('gone', 'N1', { access: 'removed', accessEndedOn: '2026-10-05' })
const moved = aMember('mover', 'N2', { movedOn: '2026-09-01', previousTeam: team('N1') })

describe('ORPH-1 a case group is orphaned', () => {
  it('when its holder’s access was removed, whatever the date of assignment', () => {
    const group = { ...heldBy('gone'), assignedOn: '2026-11-01' }
    expect(orphaningOf(group, withStaff(removed))).toMatchObject({
      cause: 'access-removed',
      leftOn: '2026-10-05',
    })
  })

  it('when its holder moved and his team is not the group’s, within a segment too', () => {
    expect(orphaningOf(heldBy('mover'), withStaff(moved))).toMatchObject({
      cause: 'team-move',
      leftOn: '2026-09-01',
    })
  })

  it('not when he moved into the group’s own team, and not while he is where he was', () => {
    const arrived = aMember('mover', 'N1', { movedOn: '2026-09-01', previousTeam: team('N2') })
    expect(orphaningOf(heldBy('mover'), withStaff(arrived))).toBeNull()
    expect(orphaningOf(aCaseGroup(), withStaff())).toBeNull()
  })

  it('not when his team was never the group’s: nobody moved', () => {
    expect(orphaningOf(aCaseGroup({ team: team('N2') }), withStaff())).toBeNull()
  })

  it('by removed access where both are true', () => {
    const both = { ...moved, access: 'removed', accessEndedOn: '2026-09-20' } as const
    expect(orphaningOf(heldBy('mover'), withStaff(both))).toMatchObject({
      cause: 'access-removed',
      leftOn: '2026-09-20',
    })
  })

  it('as by removed access when he is on the staff no longer at all', () => {
    expect(orphaningOf(heldBy('vanished'), withStaff())).toEqual({
      holder: 'vanished',
      cause: 'access-removed',
      leftOn: null,
      leftTeam: null,
    })
  })

  it('never when closed (ALLOC-13), nor without a holder', () => {
    expect(orphaningOf({ ...heldBy('gone'), status: 'Closed' }, withStaff(removed))).toBeNull()
    expect(orphaningOf(aCaseGroup({ holder: null }), withStaff(removed))).toBeNull()
  })
})

describe('ORPH-1 an open service request is orphaned', () => {
  const group = aCaseGroup()

  it('with its holder’s access, even if its group is not', () => {
    expect(
      requestOrphaningOf(aRequest('1', { holder: staff('gone') }), group, withStaff(removed)),
    ).toMatchObject({
      cause: 'access-removed',
    })
  })

  it('after a move only if it was created up to that day', () => {
    const held = (createdOn: string) => aRequest('1', { holder: staff('mover'), createdOn })
    expect(requestOrphaningOf(held('2026-09-01'), group, withStaff(moved))).toMatchObject({ leftTeam: 'N1' })
    expect(requestOrphaningOf(held('2026-09-02'), group, withStaff(moved))).toBeNull()
  })

  it('ORPH-5: not when its group was allocated here to who moved, after his move, however long its history', () => {
    const requests = [
      aRequest('1', { createdOn: '2026-08-01' }),
      aRequest('2', { createdOn: '2026-08-01', kind: 'functionally-unique', holder: staff('mover') }),
    ]
    const group = aCaseGroup({ team: team('N2'), serviceRequests: requests })
    const causesAfter = (day: string) => {
      const given = withHolder(group, staff('mover'), day)
      return given.serviceRequests.map(each => requestOrphaningOf(each, given, withStaff(moved))?.cause)
    }
    expect(causesAfter('2026-10-01')).toEqual([undefined, 'team-move'])
    expect(causesAfter('2026-08-15')).toEqual(['team-move', 'team-move'])
  })

  it('with a holder who is on the staff no longer at all', () => {
    const request = aRequest('1', { holder: staff('vanished') })
    expect(requestOrphaningOf(request, group, withStaff())).toMatchObject({ cause: 'access-removed' })
  })

  it('never when it is closed, nor on a closed group', () => {
    const request = aRequest('1', { holder: staff('gone') })
    expect(requestOrphaningOf({ ...request, status: 'Closed' }, group, withStaff(removed))).toBeNull()
    expect(requestOrphaningOf(request, aCaseGroup({ status: 'Closed' }), withStaff(removed))).toBeNull()
  })
})
