import { describe, expect, it } from 'vitest'
import { followRecovery, lostOf } from '../../../shared/domain/follow-recovery.ts'
import type { IncidentState } from '../../../shared/domain/incident-steps.ts'
import { withHolder } from '../../../shared/domain/landing.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { aLostRequest, anOrphan, aRecovery, FRIDAY, organisationLeft } from '../../make/a-recovery.ts'
import { anIncident } from '../../make/an-incident.ts'
import { segment, staff, team } from '../../make/an-organisation.ts'

const index = indexOrganisation(organisationLeft())
const recovery = aRecovery()
const left = aRequest('1', { holder: staff('N1-gone') })
const closed = { ...left, status: 'Closed' } as const
const endOf = (group: Parameters<typeof followRecovery>[1]) =>
  followRecovery(recovery, group, index, { by: null, at: FRIDAY }).end?.kind

describe('ORPH-5 how a recovery ends', () => {
  it('as closed when what was lost is case-owning work on a group that is not, and that work is closed', () => {
    const group = aCaseGroup({ serviceRequests: [left] })
    expect(lostOf(group, null, index)).toMatchObject({ holder: 'N1-gone' })
    expect(endOf(group)).toBeUndefined()
    expect(endOf({ ...group, serviceRequests: [closed] })).toBe('closed')
  })

  it('as assigned when that work is brought to the holder of the group, though other work of the leaver is closed', () => {
    const group = aCaseGroup({ serviceRequests: [left, { ...closed, number: aRequest('2').number }] })
    expect(endOf(withHolder(group, staff('N1-1'), '2026-11-21'))).toBe('assigned')
  })

  it('as assigned when the group itself was lost and has somebody again', () => {
    const group = anOrphan('10000001', {
      serviceRequests: [left, { ...closed, number: aRequest('2').number }],
    })
    expect(endOf({ ...withHolder(group, staff('N1-2'), '2026-11-21'), assignedOn: '2026-11-21' })).toBe(
      'assigned',
    )
  })

  it('stays where it is read when it has ended, save where that segment is no more (BOM-5)', () => {
    const end = { kind: 'withdrawn', by: null, at: FRIDAY, reason: null } as const
    const follow = (ended: typeof recovery) =>
      followRecovery(ended, aCaseGroup({ team: team('N2') }), index, { by: null, at: FRIDAY })
    const ended = aRecovery({ end })
    expect(follow(ended)).toBe(ended)
    const gone = aRecovery({ end, segment: segment('FS_GONE') })
    expect(follow(gone)).toEqual({ ...ended, team: 'N2' })
  })

  it('ORPH-1: not at all while its holder is on the staff no longer', () => {
    const vanished = aRecovery({ holder: staff('vanished') })
    const group = aCaseGroup({ holder: staff('vanished') })
    expect(followRecovery(vanished, group, index, { by: null, at: FRIDAY })).toBe(vanished)
  })
})

describe('ORPH-7 the recovery of an orphan that becomes nationally sensitive', () => {
  const scr = { segment: segment('FS_GB_CCLNT_SCR'), team: team('SCR') }

  it('passes to Special Client Records, open as it is, with nobody’s name on it', () => {
    const gone = anOrphan('10000001', { ...scr, sensitive: true, holder: null })
    expect(followRecovery(recovery, gone, index, { by: null, at: FRIDAY })).toEqual({
      ...recovery,
      ...scr,
      sensitive: true,
      holder: null,
    })
  })
})

describe('INC-18 a recovery request says that an incident is open, and no more', () => {
  const withOne = (state: IncidentState, serviceRequest: string | null = null) =>
    anOrphan('10000001', { incidents: [anIncident({ state, serviceRequest: serviceRequest as never })] })
  const follow = (from: typeof recovery, group: ReturnType<typeof anOrphan>) =>
    followRecovery(from, group, index, { by: null, at: FRIDAY })

  it('follows what becomes of it', () => {
    const open = follow(recovery, withOne('with-aac'))
    expect(open).toEqual({ ...recovery, incidentOpen: true })
    expect(follow(open, withOne('email-to-answer'))).toBe(open)
    expect(follow(open, withOne('closed'))).toEqual(recovery)
  })

  it('of a specialist’s request only where it is on that', () => {
    const lost = aLostRequest('5-1')
    const request = { number: lost.number, kind: lost.kind }
    const asked = aRecovery({ serviceRequest: request, holder: staff('DNA-gone') })
    const group = (on: string) => ({ ...withOne('with-aac', on), serviceRequests: [lost] })
    expect(follow(asked, group('5-1')).incidentOpen).toBe(true)
    expect(follow(asked, group('5-2')).incidentOpen).toBe(false)
  })
})
