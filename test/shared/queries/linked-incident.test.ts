import { describe, expect, it } from 'vitest'
import type { Incident } from '../../../shared/domain/incident.ts'
import type { Lock } from '../../../shared/domain/lock.ts'
import { linkedIncident } from '../../../shared/queries/linked-incident.ts'
import { aCaseGroup, aLock } from '../../make/a-case-group.ts'
import { anEntry, anIncident, incidentNamed } from '../../make/an-incident.ts'

const TODAY = '2026-11-21'
const forAac: Partial<Lock> = { category: 'incident-with-aac', since: '2026-11-01T10:00:00.000Z' }
const forEnforcement: Partial<Lock> = { category: 'enforcement-action', since: '2026-11-10T10:00:00.000Z' }

const ended = (id: string, number: string | null, at: string, more: Partial<Incident> = {}): Incident =>
  anIncident({
    id: incidentNamed(id),
    state: 'closed',
    number,
    history: [anEntry('close-incident', at)],
    ...more,
  })
const linkedTo = (lock: Partial<Lock>, ...incidents: readonly Incident[]) =>
  linkedIncident(aCaseGroup({ lock: aLock(lock), incidents }), TODAY)?.number ?? null

describe('LOCK-7 the incident that a lock is about', () => {
  it('is the one that AAC has, whatever the lock was set for', () => {
    const withAac = anIncident({ state: 'with-aac', number: 'INC0042' })
    expect(linkedTo(forEnforcement, withAac)).toBe('INC0042')
  })

  it('is that of a direction, as long as it holds and for the lock that was on then', () => {
    const until = (day: string, closed = '2026-11-15T10:00:00.000Z') =>
      ended('1', 'INC0042', closed, { direction: { by: 'AAC', until: day } })
    expect(linkedTo(forEnforcement, until('2026-12-01'))).toBe('INC0042')
    expect(linkedTo(forEnforcement, until('2026-11-20'))).toBeNull()
    expect(linkedTo(forEnforcement, until('2026-12-01', '2026-11-05T10:00:00.000Z'))).toBeNull()
  })

  it('is the last that ended since, of a lock that was set for one: the incident is closed and still locked', () => {
    const first = ended('1', 'INC0042', '2026-11-10T10:00:00.000Z')
    const last = ended('2', 'INC0043', '2026-11-15T10:00:00.000Z')
    expect(linkedTo(forAac, last, first)).toBe('INC0043')
    expect(linkedTo(forAac, ended('3', 'INC0041', '2026-10-15T10:00:00.000Z'))).toBeNull()
    expect(linkedTo(forAac, ended('4', null, '2026-11-15T10:00:00.000Z'))).toBeNull()
    expect(linkedTo(forEnforcement, last)).toBeNull()
  })

  it('is the authorised one that it was set for, but none that is merely consulted on', () => {
    const [authorised, consulting] = (['authorised', 'consulting'] as const).map(state =>
      anIncident({ state, number: state }),
    )
    if (!authorised || !consulting) throw new Error('two are made')
    expect(linkedTo(forAac, authorised, consulting)).toBe('authorised')
    expect([linkedTo(forEnforcement, authorised), linkedTo(forAac, consulting)]).toEqual([null, null])
  })
})
