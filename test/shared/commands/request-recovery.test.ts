import { describe, expect, it } from 'vitest'
import type { BatchId } from '../../../shared/domain/ids.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import {
  aLostRequest,
  anAsking,
  anOrphan,
  aRecovery,
  decideIn,
  organisationLeft,
  recoveryAfter,
  type World,
} from '../../make/a-recovery.ts'
import { aMember, segment, staff, team } from '../../make/an-organisation.ts'

const group = anOrphan()
const asked = (actor: string, world: World = { groups: [group] }) =>
  recoveryAfter(decideIn(world, anAsking(group.id), actor))

describe('ORPH-4 local IT is asked for recovery', () => {
  it('by numbers only: nothing of a client is in the request', () => {
    const recovery = asked('N1-lead')
    expect(recovery).toMatchObject({
      masterCaseNumber: group.id,
      holder: 'N1-gone',
      requestedBy: 'N1-lead',
      acknowledged: null,
      end: null,
    })
    const text = JSON.stringify(recovery)
    for (const { firstName, lastName, postcode, scin } of group.people) {
      for (const words of [firstName, lastName, postcode, `"${scin}"`]) expect(text).not.toContain(words)
    }
    expect(text).not.toContain(group.title)
  })

  it('those of one batch are one request; alone it is one of its own', () => {
    const batch = '00000000-0000-7000-8000-00000000abcd'
    const envelope = { ...anAsking(group.id), batch: batch as BatchId }
    expect(recoveryAfter(decideIn({ groups: [group] }, envelope, 'N1-lead'))).toMatchObject({
      together: batch,
    })
    const alone = anAsking(group.id)
    expect(recoveryAfter(decideIn({ groups: [group] }, alone, 'N1-lead'))).toMatchObject({
      together: alone.id,
    })
  })

  it('once: whoever is second is told, and may ask again when it has ended', () => {
    const open = { groups: [group], recoveries: [aRecovery()] }
    expect(asked('N1-mgr', open)).toContain('changed: IT has been asked for it already')
    const end = { kind: 'refused', by: staff('it'), at: '2026-11-20T12:00:00Z', reason: 'No.' } as const
    expect(asked('N1-mgr', { groups: [group], recoveries: [aRecovery({ end })] })).toMatchObject({
      end: null,
    })
  })

  it('again, over one that another team had and that has ended, out of his sight', () => {
    const end = { kind: 'withdrawn', by: staff('S1-lead'), at: '2026-11-20T12:00:00Z', reason: null } as const
    const theirs = aRecovery({ team: team('S1'), segment: segment('FS_GB_MAINT_SO_MSR') })
    expect(asked('N1-lead', { groups: [group], recoveries: [{ ...theirs, end }] })).toMatchObject({
      end: null,
    })
    expect(asked('N1-lead', { groups: [group], recoveries: [theirs] })).toContain('There is no such record')
  })

  it('not for what is no orphan, nor for one that somebody else has left since', () => {
    const held = aCaseGroup()
    expect(recoveryAfter(decideIn({ groups: [held] }, anAsking(held.id), 'N1-lead'))).toContain(
      'not orphaned',
    )
    const envelope = anAsking(group.id, null, 'N1-1')
    expect(recoveryAfter(decideIn({ groups: [group] }, envelope, 'N1-lead'))).toContain(
      'changed: Somebody else',
    )
  })
})

describe('ORPH-2 who may ask', () => {
  it.each([
    ['N1-lead', true],
    ['N1-mgr', true],
    ['N1-1', false],
    ['N2-lead', false],
    ['S1-mgr', false],
    ['it', false],
  ])('for a group of N1: %s %s', (actor, may) => expect(typeof asked(actor) === 'object').toBe(may))

  it.each([
    ['DNA-lead', true],
    ['DNA-mgr', true],
    ['N1-lead', false],
    ['N1-mgr', false],
  ])('for a request that the specialist team DNA misses: %s %s', (actor, may) => {
    const with1 = aCaseGroup({ serviceRequests: [aLostRequest()] })
    const envelope = anAsking(with1.id, aLostRequest().number, 'DNA-gone')
    const recovery = recoveryAfter(decideIn({ groups: [with1] }, envelope, actor))
    expect(typeof recovery === 'object').toBe(may)
    if (may) {
      expect(recovery).toMatchObject({
        team: 'DNA',
        serviceRequest: { number: '5-1', kind: 'functionally-unique' },
      })
    }
  })
})

describe('ORPH-1 what is asked for', () => {
  it('a case-owning request left behind comes back with its group, which its own holder keeps', () => {
    const moved = aMember('N1-moved', 'S1', { movedOn: '2026-11-01', previousTeam: team('N1') })
    const organisation = organisationLeft([moved])
    const left = aRequest('1-1', { holder: staff('N1-moved') })
    const kept = aCaseGroup({ serviceRequests: [left] })
    const envelope = anAsking(kept.id, null, 'N1-moved')
    expect(recoveryAfter(decideIn({ groups: [kept], organisation }, envelope, 'N1-lead'))).toMatchObject({
      serviceRequest: null,
      holder: 'N1-moved',
    })
    const bySr = anAsking(kept.id, left.number, 'N1-moved')
    expect(recoveryAfter(decideIn({ groups: [kept], organisation }, bySr, 'N1-lead'))).toContain(
      'not orphaned',
    )
  })

  it('ACC-3 a nationally sensitive one is asked for within Special Client Records', () => {
    const gone = aMember('SCR-gone', 'SCR', { access: 'removed', accessEndedOn: '2026-10-01' })
    const scr = { segment: segment('FS_GB_CCLNT_SCR'), team: team('SCR'), holder: staff('SCR-gone') }
    const secret = anOrphan('7', { ...scr, sensitive: true })
    const world = { groups: [secret], organisation: organisationLeft([gone]) }
    const envelope = anAsking(secret.id, null, 'SCR-gone')
    expect(recoveryAfter(decideIn(world, envelope, 'SCR-lead'))).toMatchObject({
      sensitive: true,
      team: 'SCR',
    })
    expect(recoveryAfter(decideIn(world, envelope, 'N1-lead'))).toContain('not-found')
  })
})
