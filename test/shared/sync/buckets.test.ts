import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { StaffMember } from '../../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import {
  bucketsOf,
  grantsOf,
  isSensitiveBucket,
  maySee,
  maySeeAggregate,
} from '../../../shared/sync/buckets.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { aDeputyship, anAbsence, aRota, indexOf } from '../../make/a-rota.ts'
import { anIncident, anOwnIncident } from '../../make/an-incident.ts'
import { aMember, anOrganisation, aTeam, segment, staff, team } from '../../make/an-organisation.ts'

const TODAY = '2026-11-21'
const NORTH = 'FS_GB_MAINT_NO_MSR'
const withStaff = (...members: readonly StaffMember[]) =>
  indexOrganisation(anOrganisation({ staff: [...anOrganisation().staff, ...members] }))
const index = withStaff()
const fu = (holder: string | null) =>
  aRequest('1', {
    kind: 'functionally-unique',
    type: 'Parentage dispute',
    holder: holder === null ? null : staff(holder),
  })

/** Everybody who is sent the group, by hand-written name. */
const seenBy = (group: CaseGroup, at = index) =>
  at.organisation.staff
    .filter(({ number }) => maySee(number, group, at, TODAY))
    .map(({ number }) => String(number))
    .sort()

describe('ACC-2 who is sent a case group', () => {
  it('its holder, the leader of its team and the segment manager', () => {
    expect(seenBy(aCaseGroup())).toEqual(['N1-1', 'N1-lead', 'N1-mgr'])
  })

  it('TEAM-1: in the segment’s queue, all its team leaders and its manager', () => {
    expect(seenBy(aCaseGroup({ holder: null, team: null }))).toEqual(['N1-lead', 'N1-mgr', 'N2-lead'])
  })

  it('also a specialist who holds a request on it, his leader, and the manager of that segment', () => {
    const group = aCaseGroup({ serviceRequests: [fu('DNA-1')] })
    expect(seenBy(group)).toEqual(['DNA-1', 'DNA-lead', 'DNA-mgr', 'N1-1', 'N1-lead', 'N1-mgr'])
  })

  it('a specialist no longer, once his request is closed', () => {
    const group = aCaseGroup({ serviceRequests: [{ ...fu('DNA-1'), status: 'Closed' }] })
    expect(seenBy(group)).toEqual(['N1-1', 'N1-lead', 'N1-mgr'])
  })

  it('ALLOC-9, TEAM-1: an unassigned specialist request is in the queue of the segment it routes to: all its leaders see it, and its manager', () => {
    const second = aMember('DNA2-lead', 'DNA2', { roles: ['team-leader'] })
    const at = indexOrganisation(
      anOrganisation({
        teams: [...anOrganisation().teams, aTeam('DNA2', 'FS_GB_CCLNT_DNA')],
        staff: [...anOrganisation().staff, second],
      }),
    )
    const group = aCaseGroup({ serviceRequests: [fu(null)] })
    expect(seenBy(group, at)).toEqual(['DNA-lead', 'DNA-mgr', 'DNA2-lead', 'N1-1', 'N1-lead', 'N1-mgr'])
  })

  it('ALLOC-13: a closed one only its team and segment', () => {
    const closed = aCaseGroup({ status: 'Closed', serviceRequests: [fu('DNA-1')] })
    expect(bucketsOf(closed, index)).toEqual([`segment:${NORTH}`, 'team:N1'])
  })
})

describe('INC-16 what the leader of its team referred himself', () => {
  const incident = anIncident({ state: 'referred', raisedBy: staff('N1-lead') })

  it('is sent to the other leaders of the segment while it waits, so that one of them authorises it', () => {
    const waiting = aCaseGroup({ incidents: [incident] })
    expect(seenBy(waiting)).toEqual(['N1-1', 'N1-lead', 'N1-mgr', 'N2-lead'])
    expect(seenBy({ ...waiting, incidents: [{ ...incident, state: 'authorised' }] })).not.toContain('N2-lead')
    expect(seenBy({ ...waiting, incidents: [{ ...incident, raisedBy: staff('N1-1') }] })).not.toContain(
      'N2-lead',
    )
  })

  it('so is the segment manager’s own, whose team may have no leader there', () => {
    const waiting = aCaseGroup({ incidents: [{ ...incident, raisedBy: staff('N1-mgr') }] })
    expect(seenBy(waiting)).toEqual(['N1-1', 'N1-lead', 'N1-mgr', 'N2-lead'])
    const another = aCaseGroup({ incidents: [{ ...incident, raisedBy: staff('S1-mgr') }] })
    expect(seenBy(another)).not.toContain('N2-lead')
  })

  it('ACC-3: of a sensitive group to the nominated of them only', () => {
    const second = (number: string, scrNominated: boolean) =>
      aMember(number, 'SCR2', { roles: ['team-leader'], scrNominated })
    const at = indexOrganisation(
      anOrganisation({
        teams: [...anOrganisation().teams, aTeam('SCR2', 'FS_GB_CCLNT_SCR')],
        staff: [...anOrganisation().staff, second('SCR2-lead', true), second('SCR2-new', false)],
      }),
    )
    const group = aCaseGroup({
      sensitive: true,
      segment: segment('FS_GB_CCLNT_SCR'),
      team: team('SCR'),
      holder: staff('SCR-1'),
      incidents: [{ ...incident, raisedBy: staff('SCR-lead') }],
    })
    expect(seenBy(group, at)).toEqual(['SCR-1', 'SCR-lead', 'SCR-mgr', 'SCR2-lead'])
    expect(bucketsOf(group, at).every(isSensitiveBucket)).toBe(true)
  })

  it('of no case, too', () => {
    const own = anOwnIncident(incident)
    const may = (who: string, more = own) => maySeeAggregate(staff(who), more, index, TODAY)
    expect(['N2-lead', 'N2-1', 'S1-lead'].map(who => may(who))).toEqual([true, false, false])
    expect(may('N2-lead', { ...own, incident: { ...incident, state: 'authorised' } })).toBe(false)
  })
})

describe('ORPH-2 an orphan is shown', () => {
  const gone = aMember('gone', 'N1', { access: 'removed', accessEndedOn: '2026-10-05' })
  const mover = aMember('mover', 'N2', { movedOn: '2026-10-10', previousTeam: team('DNA') })

  it('to the leader of the group’s team and the segment manager, not to who left it', () => {
    expect(seenBy(aCaseGroup({ holder: staff('gone') }), withStaff(gone))).toEqual(['N1-lead', 'N1-mgr'])
  })

  it('a specialist request to the leader of the specialist team that was left, not of the one he went to', () => {
    const group = aCaseGroup({ serviceRequests: [fu('mover')] })
    expect(seenBy(group, withStaff(mover))).toEqual(['DNA-lead', 'DNA-mgr', 'N1-1', 'N1-lead', 'N1-mgr'])
  })
})

describe('ACC-3 a nationally sensitive group', () => {
  it('is sent to nominated people only, on top of ACC-2', () => {
    const group = aCaseGroup({ sensitive: true })
    expect(seenBy(group)).toEqual([])
    const inScr = { ...group, segment: segment('FS_GB_CCLNT_SCR'), team: team('SCR'), holder: staff('SCR-1') }
    expect(seenBy(inScr)).toEqual(['SCR-1', 'SCR-lead', 'SCR-mgr'])
  })

  it('ALLOC-12: nor is its unassigned specialist request anybody’s but SCR’s', () => {
    const buckets = bucketsOf(aCaseGroup({ sensitive: true, serviceRequests: [fu(null)] }), index)
    expect(buckets.filter(bucket => bucket.includes('DNA'))).toEqual([])
  })

  it('is in sensitive buckets and no other, whatever hangs on it', () => {
    fc.assert(
      fc.property(fc.constantFrom('DNA-1', 'SCR-1', null), fc.boolean(), (holder, live) => {
        const group = aCaseGroup({
          sensitive: true,
          status: live ? 'Active' : 'Closed',
          serviceRequests: [fu(holder)],
        })
        expect(bucketsOf(group, index).every(isSensitiveBucket)).toBe(true)
      }),
    )
  })
})

describe('grants by role', () => {
  it.each([
    ['N1-1', ['person:N1-1', 'reference', `staff:${NORTH}`]],
    ['N1-lead', ['person:N1-lead', `queue:${NORTH}`, 'reference', `staff:${NORTH}`, 'team:N1']],
    ['N1-mgr', ['person:N1-mgr', `queue:${NORTH}`, 'reference', `segment:${NORTH}`, `staff:${NORTH}`]],
    ['it', ['it', 'person:it', 'reference']],
    [
      'SCR-1',
      ['person:SCR-1', 'reference', 'scr/person:SCR-1', 'scr/staff:FS_GB_CCLNT_SCR', 'staff:FS_GB_CCLNT_SCR'],
    ],
    ['nobody', []],
  ])('%s', (number, expected) => expect(grantsOf(staff(number), index, TODAY)).toEqual(expected))

  it('ACC-2, ACC-4: nothing once access is removed', () => {
    const gone = aMember('gone', 'N1', { access: 'removed', roles: ['team-leader'] })
    expect(grantsOf(staff('gone'), withStaff(gone), TODAY)).toEqual([])
  })

  it('TEAM-3: the team of whoever he stands in for, on the days of it only', () => {
    const known = indexOf([
      aRota('N1', { deputyships: [aDeputyship('N1-lead', 'N2-lead', '2026-11-20', '2026-11-22')] }),
    ])
    const sentOn = (day: string) => grantsOf(staff('N2-lead'), known, day)
    expect(sentOn('2026-11-19')).not.toContain('team:N1')
    expect(sentOn('2026-11-20')).toContain('team:N1')
    expect(sentOn('2026-11-22')).toContain('team:N1')
    expect(sentOn('2026-11-23')).not.toContain('team:N1')
  })

  it('TEAM-3: the manager those of a team without an active leader', () => {
    const away = indexOf([aRota('N1', { absences: [anAbsence('N1-lead', '2026-11-20', '2026-11-22')] })])
    expect(grantsOf(staff('N1-mgr'), away, TODAY)).toContain('team:N1')
    expect(grantsOf(staff('N1-mgr'), away, '2026-11-23')).not.toContain('team:N1')
  })
})
