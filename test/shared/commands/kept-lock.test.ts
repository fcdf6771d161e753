import { describe, expect, it } from 'vitest'
import { seenForSettling } from '../../../shared/commands/settle-drift.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { overrule } from '../../../shared/domain/overrule.ts'
import { aCaseGroup, aLock, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, aReturn, decide, NOW, outcomeOf } from '../../make/a-command.ts'
import { anIncident, aRaising, aStep, incidentNamed, withAac } from '../../make/an-incident.ts'
import { anOrganisation, segment, staff } from '../../make/an-organisation.ts'

const NORTH = segment('FS_GB_MAINT_NO_MSR')
const closed = (more: Partial<Incident> = {}) => anIncident({ state: 'closed', number: 'INC0042', ...more })
const directed = closed({ direction: { by: 'AAC', until: '2026-12-01' } })
const kept = (incidents: readonly Incident[] = [withAac()], more: Partial<CaseGroup> = {}) =>
  aCaseGroup({ lock: aLock(), incidents, ...more })

const clear = (group: CaseGroup) =>
  anEnvelope('clear-lock', { masterCaseNumber: group.id }, { since: aLock().since, destination: NORTH })
const isWithAac =
  'not-possible: Incident INC0042 is with AAC: the lock stays on until it is closed or withdrawn.'

describe('LOCK-6 while an incident is with AAC', () => {
  it.each(['N1-1', 'N1-lead', 'N1-mgr'])('%s does not clear the lock', actor => {
    const group = kept()
    expect(outcomeOf(decide(clear(group), actor, group))).toBe(isWithAac)
  })

  it('it stays until the last of several is closed', () => {
    const both = kept([closed(), withAac({ state: 'rejected', number: null })])
    expect(outcomeOf(decide(clear(both), 'N1-lead', both))).toMatch(/An incident is with AAC/)
    const none = kept([closed(), anIncident({ state: 'withdrawn' }), anIncident({ state: 'authorised' })])
    expect(outcomeOf(decide(clear(none), 'N1-lead', none))).toMatchObject({ lock: null })
  })

  it('a direction keeps it on longer, its day included, and no longer', () => {
    const group = kept([directed])
    expect(outcomeOf(decide(clear(group), 'N1-lead', group))).toBe(
      'not-possible: The lock stays on until 1 December 2026: AAC directed so when the incident was closed. The segment manager ends that sooner, with a reason.',
    )
    const today = kept([closed({ direction: { by: 'AAC', until: '2026-11-21' } })])
    expect(decide(clear(today), 'N1-lead', today).ok).toBe(false)
    const over = kept([closed({ direction: { by: 'AAC', until: '2026-11-20' } })])
    expect(decide(clear(over), 'N1-lead', over).ok).toBe(true)
  })

  it('RTS-4: the group is not returned, not by force either', () => {
    const group = kept()
    expect(outcomeOf(decide(aReturn(group, true), 'N1-lead', group))).toBe(isWithAac)
    expect(outcomeOf(decide(aReturn(group), 'N1-mgr', group))).toBe(isWithAac)
  })

  it('what CMS2012 has does not take it off (IMP-6)', () => {
    const off = { field: 'lock', source: 'off', drifts: true, sourceSince: NOW, sourceLock: null } as const
    const group = kept([withAac()], { differences: [off] })
    const settle = (take: string) =>
      anEnvelope(
        'settle-drift',
        { masterCaseNumber: group.id, fields: ['lock'], take },
        seenForSettling(group, ['lock']),
      )
    expect(outcomeOf(decide(settle('source'), 'N1-mgr', group))).toBe(isWithAac)
    expect(outcomeOf(decide(settle('ours'), 'N1-mgr', group))).toMatchObject({ lock: aLock() })
  })

  it('the group is not moved to where it belongs (IMP-8)', () => {
    const group = kept([withAac()], { compliant: false })
    const seen = { segment: NORTH, destination: 'FS_GB_ENFMT_NO_ELC' }
    const move = anEnvelope('apply-allocation-drift', { masterCaseNumber: group.id }, seen)
    expect(outcomeOf(decide(move, 'N1-mgr', group))).toBe(isWithAac)
  })

  it('LOCK-4: nationally sensitive takes the group to SCR, and the lock stays on there; a direction alone does not keep it', () => {
    const index = indexOrganisation(anOrganisation())
    const sensitive = (incidents: readonly Incident[]) =>
      overrule(kept(incidents, { sensitive: true }), index, NOW)
    const scr = { segment: 'FS_GB_CCLNT_SCR', holder: null }
    expect(sensitive([withAac()])).toMatchObject({ ...scr, lock: aLock() })
    for (const over of [directed, closed()]) expect(sensitive([over])).toMatchObject({ ...scr, lock: null })
    expect(sensitive([withAac()]).history).toMatchObject([
      { event: { kind: 'moved' } },
      { event: { kind: 'lock-overruled' } },
    ])
  })
})

describe('LOCK-2 the category “incident with AAC”', () => {
  const lock = (incidents: readonly Incident[]) => {
    const group = kept(incidents, { lock: null })
    const terms = { category: 'incident-with-aac', reviewOn: '2026-12-10' }
    return outcomeOf(
      decide(
        anEnvelope('set-lock', { masterCaseNumber: group.id, ...terms }, { segment: NORTH }),
        'N1-lead',
        group,
      ),
    )
  }

  it('is for an incident that is authorised or with AAC', () => {
    expect(lock([anIncident({ state: 'authorised' })])).toMatchObject({
      lock: { category: 'incident-with-aac' },
    })
    expect(lock([])).toMatch(/choose another category/)
    expect(lock([anIncident({ state: 'referred' }), closed()])).toMatch(/choose another category/)
  })
})

describe('LOCK-6 nobody else takes further action meanwhile', () => {
  const group = kept([withAac()], { serviceRequests: [aRequest('1')] })
  const complete = (reason: string | null) =>
    anEnvelope('complete-activity', { masterCaseNumber: group.id, request: '1', sequence: 2 }, {}, reason)

  it('another one’s command needs a reason', () => {
    expect(outcomeOf(decide(complete(null), 'N1-lead', group))).toMatch(
      /^not-possible: An incident is with AAC, .* Give a reason/,
    )
    expect(decide(complete('The court asks today.'), 'N1-lead', group).ok).toBe(true)
  })

  it('whoever raised it, or has its retries, needs none', () => {
    expect(decide(complete(null), 'N1-1', group).ok).toBe(true)
    const handed = { ...group, incidents: [withAac({ raisedBy: staff('N1-2'), retriesBy: staff('N1-1') })] }
    expect(decide(complete(null), 'N1-1', handed).ok).toBe(true)
  })

  it('nor do the steps of an incident, nor one that is not with AAC yet', () => {
    const second = anIncident({ id: incidentNamed('2'), state: 'consulting' })
    const both = { ...group, incidents: [withAac(), second] }
    expect(decide(aStep('direct-referral', second), 'N1-lead', both).ok).toBe(true)
    expect(decide(aRaising(), 'N1-lead', group).ok).toBe(true)
    const earlier = { ...group, incidents: [anIncident({ state: 'authorised' }), closed()] }
    expect(decide(complete(null), 'N1-lead', earlier).ok).toBe(true)
  })
})
