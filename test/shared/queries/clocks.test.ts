import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexOrganisation, indexWith } from '../../../shared/domain/organisation-index.ts'
import { chaseDueOn } from '../../../shared/domain/recovery-dates.ts'
import { addDays, type PlainDate } from '../../../shared/domain/time.ts'
import { withWords } from '../../../shared/queries/clock-words.ts'
import {
  type Clock,
  clocksOf,
  clocksOfGroup,
  clocksToDo,
  countToDoBy,
  recoveryClock,
} from '../../../shared/queries/clocks.ts'
import { recoveryRows } from '../../../shared/queries/recoveries.ts'
import { todayOf } from '../../../shared/queries/today.ts'
import { publicCalendar } from '../../make/a-calendar.ts'
import { aCaseGroup, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { busy } from '../../make/a-group-with-clocks.ts'
import { aRecovery } from '../../make/a-recovery.ts'
import { anAbsence, aRota, indexOf } from '../../make/a-rota.ts'
import { aGeneralRequest, anAdviceRequest } from '../../make/an-advice-request.ts'
import { anIncident } from '../../make/an-incident.ts'
import { anOrganisation, staff, team } from '../../make/an-organisation.ts'
import { readingsFor, TODAY } from '../../make/readings.ts'

const index = indexWith(indexOrganisation(anOrganisation()), [publicCalendar])
const linesOf = (clocks: readonly Clock[]) =>
  clocks.map(clock => `${clock.kind} ${clock.dueAt ?? clock.dueOn}`)

describe('the clocks of a team leader', () => {
  const recoveries = recoveryRows([aRecovery()], { asIt: false, isLost: () => true, index, today: TODAY })
  const beside = { recoveries, advice: [aGeneralRequest()] }
  const readings = readingsFor('N1-lead', [busy], anOrganisation(), undefined, beside)

  it('are all there are, what is due first first', () => {
    expect(linesOf(clocksOf(readings))).toEqual([
      'service-request 2026-11-10',
      'advice 2026-11-21T10:00:00Z',
      'call-back 2026-11-21T14:00:00Z',
      'email-to-answer 2026-11-21T15:20:00.000Z',
      'check-back 2026-11-23',
      'recovery-chase 2026-11-24',
      'lock-review 2026-11-24',
      'service-request 2026-11-25',
      'advice 2026-11-27',
      'general-advice 2026-12-04',
    ])
  })

  it('LOCK-8, ADV-1: are with those who can see to it, not with the holder or the asker', () => {
    const named = (clock: Clock) => `${clock.kind} ${withWords(clock, index)}`
    expect(clocksOf(readings).map(named)).toEqual(
      expect.arrayContaining(['lock-review Person N1-lead', 'general-advice Advice and Guidance']),
    )
    const ownLock = aCaseGroup({ lock: aLock({ reviewOn: '2026-11-24', by: staff('N1-lead') }) })
    expect(clocksOfGroup(ownLock, index, TODAY).map(named)).toEqual(['lock-review segment manager'])
  })

  it('INC-18: the report, too, has them with who answers AAC while the raiser is away', () => {
    const away = indexOf([aRota('N1', { absences: [anAbsence('N1-1', '2026-11-20', '2026-11-25')] })])
    const group = aCaseGroup({ holder: staff('N1-2'), incidents: [anIncident({ state: 'email-to-answer' })] })
    expect(clocksOfGroup(group, away, TODAY).map(({ whose }) => whose)).toEqual(['N1-2'])
    const [unheld] = clocksOfGroup({ ...group, holder: null }, away, TODAY)
    expect(unheld?.whose).toBe('N1-lead')
  })

  it('have a row each: no two have one key', () => {
    const keys = clocksOf(readings).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('are counted up to a day without being made', () => {
    const queued = aCaseGroup({
      id: number('2'),
      holder: null,
      serviceRequests: [aRequest('q', { holder: null, dueOn: TODAY })],
    })
    const answered = aCaseGroup({
      id: number('3'),
      serviceRequests: [aRequest('n', { holder: 'gone' as never, dueOn: '2026-11-24' })],
    })
    const days = Array.from({ length: 40 }, (_, at) => addDays('2026-11-01', at))
    for (const person of ['N1-lead', 'N1-mgr', 'N1-1', 'N1-2', 'DNA-1', 'DNA-lead']) {
      const his = readingsFor(person, [busy, queued, answered], anOrganisation(), undefined, beside)
      const due = (day: PlainDate) => clocksToDo(his).filter(({ dueOn }) => dueOn <= day).length
      expect([person, ...days.map(day => countToDoBy(his, day))]).toEqual([person, ...days.map(due)])
    }
  })

  it('are read once for each reading', () => {
    expect(clocksOf(readings)).toBe(clocksOf(readings))
  })

  it('end with what they measure', () => {
    const answered = aGeneralRequest({
      answer: { by: staff('DNA-1'), at: '2026-11-21T09:00:00Z', words: 'Yes.', unanswerable: false },
    })
    const ended = aRecovery({
      end: { kind: 'withdrawn', by: null, at: '2026-11-20T12:00:00Z', reason: null },
    })
    const rows = recoveryRows([ended], { asIt: false, isLost: () => true, index, today: TODAY })
    const over = { recoveries: rows, advice: [answered] }
    const quiet = readingsFor(
      'N1-lead',
      [aCaseGroup({ status: 'Closed' })],
      anOrganisation(),
      undefined,
      over,
    )
    expect(clocksOf(quiet)).toEqual([])
  })
})

describe('the clocks of others', () => {
  const clocksFor = (actor: string, ...groups: readonly CaseGroup[]) =>
    linesOf(clocksOf(readingsFor(actor, groups)))

  it('ADV-1 advice runs for who gives it and for who waits for it', () => {
    const asked = aCaseGroup({ serviceRequests: [anAdviceRequest('DNA-1')] })
    for (const person of ['DNA-1', 'DNA-lead', 'DNA-mgr', 'N1-1', 'N1-lead', 'N1-mgr'])
      expect([person, ...clocksFor(person, asked)]).toEqual([person, 'advice 2026-11-27'])
  })

  it('TEAM-1, ORPH-3: run on while nobody has the work, in the queue or orphaned, for who sees to it', () => {
    const gone = staff('gone')
    const queued = aCaseGroup({
      holder: null,
      serviceRequests: [aRequest('q', { holder: null, dueOn: TODAY })],
    })
    const orphaned = aCaseGroup({
      id: number('2'),
      holder: gone,
      serviceRequests: [
        aRequest('o', { holder: gone, dueOn: TODAY }),
        aRequest('other', { holder: staff('N1-2'), dueOn: TODAY }),
        aRequest('fu', { holder: gone, kind: 'functionally-unique', dueOn: TODAY }),
      ],
    })
    const left = aCaseGroup({
      id: number('3'),
      serviceRequests: [aRequest('l', { holder: gone, dueOn: TODAY })],
    })
    const groups = [queued, orphaned, left]
    const readings = readingsFor('N1-lead', groups)
    const told = clocksOf(readings).map(({ key, whose }) => `${key.split('\n')[0]} ${whose}`)
    expect(told.sort()).toEqual(['fu null', 'l null', 'o null', 'other N1-2', 'q null'])
    const reported = groups.flatMap(group => clocksOfGroup(group, index, TODAY))
    expect(reported.map(({ key, whose }) => `${key.split('\n')[0]} ${whose}`).sort()).toEqual(told)
    expect(clocksOf(readingsFor('N1-lead', groups, undefined, readings))).toEqual(clocksOf(readings))
  })

  it('are those of the reports: all of a group, whoever’s', () => {
    expect(linesOf(clocksOfGroup(busy, index, TODAY)).sort()).toEqual([
      'advice 2026-11-21T10:00:00Z',
      'advice 2026-11-27',
      'call-back 2026-11-21T14:00:00Z',
      'check-back 2026-11-23',
      'email-to-answer 2026-11-21T15:20:00.000Z',
      'lock-review 2026-11-24',
      'service-request 2026-11-10',
      'service-request 2026-11-25',
    ])
  })

  it('stay the same values while another group changes, so that fifty thousand cost little', () => {
    const groupOf = (place: number, dueOn = '2026-12-01') =>
      aCaseGroup({
        id: number(String(10_000_000 + place)),
        serviceRequests: [aRequest(`r${place}`, { dueOn })],
      })
    const groups = Array.from({ length: 50 }, (_, place) => groupOf(place))
    const organisation = anOrganisation()
    const before = readingsFor('N1-lead', groups, organisation)
    const known = new Set(clocksOf(before))
    const changed = groups.map((group, place) => (place === 7 ? groupOf(7, '2026-12-02') : group))
    const after = clocksOf(readingsFor('N1-lead', changed, organisation, before))
    expect(after.filter(clock => !known.has(clock)).map(({ key }) => key)).toEqual(['r7\n10000007'])
  })
})

describe('INC-16, LOCK-8, LOCK-12 a review that the command refuses', () => {
  const review = {
    at: '2026-09-01T10:00:00Z',
    by: staff('N1-lead'),
    keptUntil: '2026-10-01',
    reason: 'Goes on.',
  }
  const due = { reviewOn: '2026-11-20' }
  const own = aLock({ ...due, by: staff('N1-lead') })
  const renewed = aLock({ ...due, reviews: [review, review, review] })

  it.each([
    ['its setter, though he holds the group', 'N1-1', aLock(due), 0],
    ['another caseworker’s leader', 'N1-lead', aLock(due), 1],
    ['a leader who set it', 'N1-lead', own, 0],
    ['a leader, after three renewals', 'N1-lead', renewed, 0],
    ['the manager, after three renewals', 'N1-mgr', renewed, 1],
    ['the manager, where the leader set it', 'N1-mgr', own, 1],
  ])('is listed and not counted: %s', (_, who, lock, counted) => {
    const readings = readingsFor(who, [aCaseGroup({ lock })])
    expect([clocksOf(readings).length, clocksToDo(readings).length]).toEqual([1, counted])
    const lines = todayOf(readings, '2026-11-21T00:00:00Z', 0)
    expect(lines.find(({ id }) => id === 'reviews-due')?.count).toBe(counted)
  })
})

describe('INC-3, INC-18, TEAM-2 who took it on and is gone', () => {
  const consulted = { by: staff('N1-lead'), at: '2026-11-20T10:00:00.000Z' }
  const checking = anIncident({ state: 'check-back', checkBackOn: '2026-11-23', consulted })
  const withIt = aCaseGroup({ incidents: [checking] })
  const away = indexOf([aRota('N1', { absences: [anAbsence('N1-lead', '2026-11-20', '2026-11-30')] })])
  const replaced = indexOrganisation(
    anOrganisation({
      staff: anOrganisation().staff.map(member => {
        if (member.number === staff('N1-lead')) return { ...member, access: 'removed' as const }
        return member.number === staff('N2-lead') ? { ...member, team: team('N1') } : member
      }),
    }),
  )
  const whose = (at: typeof away) => [
    clocksOfGroup(withIt, at, TODAY)[0]?.whose,
    recoveryClock({ recovery: aRecovery(), chaseOn: chaseDueOn(aRecovery(), at) }, at, TODAY)[0]?.whose,
  ]

  it('checks back and chases while he is there; else whoever leads the team, or the segment manager', () => {
    expect(whose(indexOf([]))).toEqual(['N1-lead', 'N1-lead'])
    expect(whose(replaced)).toEqual(['N2-lead', 'N2-lead'])
    expect(whose(away)).toEqual([null, null])
    const [clock] = clocksOfGroup(withIt, away, TODAY)
    expect(clock && withWords(clock, away)).toBe('segment manager')
  })
})
