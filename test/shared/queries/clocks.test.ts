import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexOrganisation, indexWith } from '../../../shared/domain/organisation-index.ts'
import { chaseDueOn } from '../../../shared/domain/recovery-dates.ts'
import { addDays, type PlainDate } from '../../../shared/domain/time.ts'
import { clockDueWords, whatWords, withWords } from '../../../shared/queries/clock-words.ts'
import { isCertain, workingOf } from '../../../shared/queries/clock-working.ts'
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
import { aRecovery } from '../../make/a-recovery.ts'
import { anAbsence, aRota, indexOf } from '../../make/a-rota.ts'
import { aGeneralRequest, anAdviceRequest } from '../../make/an-advice-request.ts'
import { anIncident } from '../../make/an-incident.ts'
import { anOrganisation, staff, team } from '../../make/an-organisation.ts'
import { readingsFor, TODAY } from '../../make/readings.ts'

const index = indexWith(indexOrganisation(anOrganisation()), [publicCalendar])
const linesOf = (clocks: readonly Clock[]) =>
  clocks.map(clock => `${clock.kind} ${clock.dueAt ?? clock.dueOn}`)

const email = { receivedAt: '2026-11-20T15:20:00Z', replyTo: 'aac@example.test', text: 'Try it again.' }
const busy = aCaseGroup({
  lock: aLock({ reviewOn: '2026-11-24' }),
  serviceRequests: [
    aRequest('late', { dueOn: '2026-11-10' }),
    aRequest('soon', { dueOn: '2026-11-25' }),
    aRequest('undated', { dueOn: null }),
    aRequest('closed', { dueOn: '2026-11-11', status: 'Closed' }),
    anAdviceRequest('DNA-1', { number: 'asked' as never }),
    anAdviceRequest(
      'DNA-1',
      { number: 'urgent' as never, dueOn: TODAY },
      { urgent: true, dueAt: '2026-11-21T10:00:00Z', dueOn: TODAY },
    ),
  ],
  incidents: [
    anIncident({ state: 'email-to-answer', email }),
    anIncident({ id: 'i2' as never, state: 'check-back', checkBackOn: '2026-11-23' }),
    anIncident({ id: 'i3' as never, state: 'call-back', callBackAt: '2026-11-21T14:00:00Z' }),
    anIncident({ id: 'i4' as never, state: 'with-aac' }),
  ],
})

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

describe('a clock shows its working', () => {
  const workings = new Map(
    clocksOfGroup(busy, index, TODAY).map(clock => [clock.kind, workingOf(clock, index)]),
  )

  it('INC-10 of an email from AAC', () => {
    expect(workings.get('email-to-answer')).toEqual([
      'An email from AAC is answered within 24 hours of its receipt.',
      '24 hours from Friday 20 November 2026, 15:20, on the clock: nights, weekends and bank holidays count.',
      'So by Saturday 21 November 2026, 15:20.',
    ])
  })

  it('ADV-4 of advice, in working days of the asking team’s division', () => {
    const asked = aCaseGroup({ serviceRequests: [anAdviceRequest('DNA-1')] })
    const [ofCase] = clocksOfGroup(asked, index, TODAY)
    expect(ofCase && workingOf(ofCase, index).at(-1)).toBe('So by the end of Friday 27 November 2026.')
    const [general] = clocksOf(
      readingsFor('N1-1', [], anOrganisation(), undefined, { advice: [aGeneralRequest()] }),
    )
    expect(general && workingOf(general, index)).toEqual([
      'From Friday 20 November 2026; counting starts the day after.',
      '10 working days of Northern Ireland, without Saturdays and Sundays; no bank holiday falls on the weekdays between.',
      'So by the end of Friday 4 December 2026.',
    ])
  })

  it('LOCK-12 of a lock’s review, and from when it is the segment manager’s', () => {
    expect(workings.get('lock-review')).toEqual([
      'The review date, Tuesday 24 November 2026, was chosen when it was set; at most 28 days ahead.',
      'From Tuesday 1 December 2026, five working days later, it heads the segment manager’s list too.',
    ])
  })

  it('ORPH-4 of a recovery, from when it was asked or chased', () => {
    const chased = aRecovery({ chases: [{ by: staff('N1-lead'), at: '2026-11-24T10:00:00Z' }] })
    const [row] = recoveryRows([chased], { asIt: false, isLost: () => true, index, today: TODAY })
    const readings = readingsFor('N1-lead', [], anOrganisation(), undefined, { recoveries: row ? [row] : [] })
    const [clock] = clocksOf(readings)
    expect(clock && workingOf(clock, index)).toEqual([
      'Local IT was chased last on Tuesday 24 November 2026.',
      'From Tuesday 24 November 2026; counting starts the day after.',
      '2 working days of Northern Ireland, without Saturdays and Sundays; no bank holiday falls on the weekdays between.',
      'So by the end of Thursday 26 November 2026.',
    ])
  })

  it('of whatever else: something', () => {
    for (const [kind, lines] of workings) {
      expect([kind, lines.length > 0]).toEqual([kind, true])
      for (const line of lines) expect(line).toMatch(/^[A-Z0-9].*\.$/)
    }
  })
})

describe('the words of a clock', () => {
  it('say the time of day where it is due at a moment', () => {
    const at = { dueOn: '2026-11-26', dueAt: '2026-11-26T15:20:00Z' }
    expect(clockDueWords(at, '2026-11-26T10:00:00Z')).toBe('due today at 15:20')
    expect(clockDueWords(at, '2026-11-25T10:00:00Z')).toBe('due 26 Nov 2026 at 15:20')
    expect(clockDueWords(at, '2026-11-26T16:00:00Z')).toBe('was due today at 15:20')
    expect(clockDueWords({ dueOn: '2026-11-20', dueAt: null }, '2026-11-26T16:00:00Z')).toBe('6 days overdue')
  })

  it('are about nobody', () => {
    for (const clock of clocksOfGroup(busy, index, TODAY)) expect(whatWords(clock)).not.toMatch(/\d{4}/)
  })
})

describe('ADV-5 a calendar that ends before a deadline', () => {
  it('says of advice and of a recovery that they are not certain, and of a moment nothing', () => {
    const covers = { from: '2026-01-01', to: '2026-11-25' }
    const short = indexWith(indexOrganisation(anOrganisation()), [{ ...publicCalendar, covers }])
    const recoveries = recoveryRows([aRecovery()], { asIt: false, isLost: () => true, index, today: TODAY })
    const beside = { recoveries, advice: [aGeneralRequest()] }
    const clocks = clocksOf(readingsFor('N1-lead', [busy], anOrganisation(), undefined, beside))
    const unsure = clocks.filter(clock => !isCertain(clock, short))
    expect(unsure.map(({ kind, dueOn }) => `${kind} ${dueOn}`)).toEqual([
      'advice 2026-11-27',
      'general-advice 2026-12-04',
    ])
    expect(clocks.filter(clock => !isCertain(clock, index))).toEqual([])
    const [advice] = unsure
    expect(advice && clockDueWords(advice, `${TODAY}T10:00:00Z`, false)).toBe('due 27 Nov 2026, not certain')
    expect(advice && workingOf(advice, short).at(-1)).toContain('so this is not certain')
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
