import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Incident, IncidentEntry } from '../../../shared/domain/incident.ts'
import type { Lock } from '../../../shared/domain/lock.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { workingOf } from '../../../shared/queries/clock-working.ts'
import { clocksOfGroup, clocksToDo } from '../../../shared/queries/clocks.ts'
import { lockAfterIncident } from '../../../shared/queries/lock-after-incident.ts'
import { todayOf } from '../../../shared/queries/today.ts'
import { aCaseGroup, aLock } from '../../make/a-case-group.ts'
import { anIncident, incidentNamed } from '../../make/an-incident.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { readingsFor, TODAY } from '../../make/readings.ts'

const CLOSED_AT = '2026-11-20T15:00:00Z'

const end = (to: 'closed' | 'withdrawn', at = CLOSED_AT): IncidentEntry => ({
  command: 'c' as never,
  at,
  actor: { kind: 'person', staff: staff('N1-1') },
  step: to === 'closed' ? 'close-incident' : 'withdraw-incident',
  to,
  facts: {},
})
const closed = (more: Partial<Incident> = {}) =>
  anIncident({ state: 'closed', history: [end('closed')], ...more })
const forAac = (more: Partial<Lock> = {}) =>
  aLock({ category: 'incident-with-aac', since: '2026-11-18T10:00:00Z', reviewOn: '2026-12-10', ...more })
const locked = (incidents: readonly Incident[], lock = forAac()): CaseGroup => aCaseGroup({ lock, incidents })

const directed = closed({ direction: { by: 'Expert Domain', until: '2026-11-25' } })

describe('INC-12 a lock that stays on though its incident is over', () => {
  const fromOf = (group: CaseGroup) => lockAfterIncident(group)?.from

  it('can come off from the day of closing or withdrawing, or from the day after what was directed', () => {
    expect(fromOf(locked([closed()]))).toBe('2026-11-20')
    expect(fromOf(locked([anIncident({ state: 'withdrawn', history: [end('withdrawn')] })]))).toBe(
      '2026-11-20',
    )
    expect(fromOf(locked([directed]))).toBe('2026-11-26')
    expect(fromOf(locked([closed({ id: incidentNamed('2') }), directed]))).toBe('2026-11-26')
  })

  it('goes by the one that ended last, however its moment is written', () => {
    const later = closed({ id: incidentNamed('2'), history: [end('closed', '2026-11-20T15:00:00.500Z')] })
    const earlier = closed()
    for (const incidents of [
      [later, earlier],
      [earlier, later],
    ])
      expect(lockAfterIncident(locked(incidents))?.incident.id).toBe(later.id)
  })

  it('is none while another incident needs it, of a lock for something else, or of a later lock', () => {
    const other = anIncident({ id: incidentNamed('2'), state: 'escalated' })
    expect(fromOf(locked([closed(), other]))).toBeUndefined()
    expect(fromOf(locked([closed()], forAac({ category: 'enforcement-action' })))).toBeUndefined()
    expect(fromOf(locked([closed()], forAac({ since: '2026-11-20T16:00:00Z' })))).toBeUndefined()
    expect(fromOf(aCaseGroup({ incidents: [closed()] }))).toBeUndefined()
  })

  it('LOCK-8 is dealt with by a review after that, and not by one before', () => {
    const kept = (at: string) =>
      forAac({ reviews: [{ at, by: staff('N1-lead'), keptUntil: '2026-12-10', reason: 'AAC watches it' }] })
    expect(fromOf(locked([closed()], kept('2026-11-19T09:00:00Z')))).toBe('2026-11-20')
    expect(fromOf(locked([closed()], kept('2026-11-20T16:00:00Z')))).toBeUndefined()
  })
})

describe('INC-12 the clock of such a lock', () => {
  const index = indexOrganisation(anOrganisation())
  const clockOf = (group: CaseGroup) =>
    clocksOfGroup(group, index, TODAY).find(({ kind }) => kind === 'lock-after-incident')

  it('says when the incident ended, what was directed, and what can be done', () => {
    const clock = clockOf(locked([directed]))
    expect(clock && workingOf(clock, index)).toEqual([
      'The incident that it was set for was closed on Friday 20 November 2026; Expert Domain directed that the lock stays on until Wednesday 25 November 2026.',
      'From Thursday 26 November 2026 the lock can come off: clear it, or keep it until a day with a reason.',
    ])
  })

  it('TEAM-3 is to do for whoever leads the team, and for the manager where nobody does', () => {
    const toDo = (actor: string, group: CaseGroup) =>
      clocksToDo(readingsFor(actor, [group])).filter(({ kind }) => kind === 'lock-after-incident').length
    const group = locked([closed()])
    expect(['N1-lead', 'N1-mgr', 'N1-1'].map(actor => toDo(actor, group))).toEqual([1, 0, 0])
    expect([toDo('N1-mgr', { ...group, team: null }), clockOf(group)?.whose]).toEqual([1, 'N1-lead'])
  })

  it('is a line of Today from that day on, and no other deadline besides', () => {
    const counts = (group: CaseGroup) => {
      const lines = todayOf(readingsFor('N1-lead', [group]), CLOSED_AT, 0)
      return ['locks-after-incident', 'other-deadlines', 'reviews-due'].map(
        id => lines.find(line => line.id === id)?.count,
      )
    }
    expect(counts(locked([closed()]))).toEqual([1, 0, 0])
    expect(counts(locked([directed]))).toEqual([0, 0, 0])
  })
})
