import { describe, expect, it } from 'vitest'
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

  it('by removed access where both are true', () => {
    const both = { ...moved, access: 'removed', accessEndedOn: '2026-09-20' } as const
    expect(orphaningOf(heldBy('mover'), withStaff(both))).toMatchObject({
      cause: 'access-removed',
      leftOn: '2026-09-20',
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

  it('ORPH-5: not when its group was allocated here to who moved, after his move', () => {
    const at = '2026-10-01T09:00:00.000Z'
    const event = { kind: 'allocated', from: null, to: staff('mover'), team: team('N2') } as const
    const entry = {
      at,
      actor: { kind: 'person', staff: staff('N2-lead') },
      event,
      reason: null,
      batch: null,
    } as const
    const recovered = aCaseGroup({ holder: staff('mover'), team: team('N2'), history: [entry] })
    const followed = aRequest('1', { holder: staff('mover'), createdOn: '2026-08-01' })
    expect(requestOrphaningOf(followed, recovered, withStaff(moved))).toBeNull()
    expect(requestOrphaningOf(followed, { ...recovered, history: [] }, withStaff(moved))).not.toBeNull()
    const specialist = { ...followed, kind: 'functionally-unique' } as const
    expect(requestOrphaningOf(specialist, recovered, withStaff(moved))).not.toBeNull()
  })

  it('never when it is closed, nor on a closed group', () => {
    const request = aRequest('1', { holder: staff('gone') })
    expect(requestOrphaningOf({ ...request, status: 'Closed' }, group, withStaff(removed))).toBeNull()
    expect(requestOrphaningOf(request, aCaseGroup({ status: 'Closed' }), withStaff(removed))).toBeNull()
  })
})
