import { describe, expect, it } from 'vitest'
import { type Calendar, emptyCalendar } from '../../../shared/domain/calendar.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { reviewingOf } from '../../../shared/queries/lock-reviewing.ts'
import { movedWhileLockedWords, reviewWords } from '../../../shared/queries/lock-words.ts'
import { lockPlaceOf, movedByTheRule } from '../../../shared/queries/locks.ts'
import { aCaseGroup, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { anIncident, withAac } from '../../make/an-incident.ts'
import { anOrganisation, segment, staff, team } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

const locksSeenBy = (actor: string, ...groups: readonly CaseGroup[]) => readingsFor(actor, groups).locks

const sound = {
  lock: aLock(),
  compliant: false,
  serviceRequests: [aRequest('1-1')],
}

const closedIncident = withAac({ state: 'closed' })

describe('LOCK-7 what is wrong with a lock', () => {
  it('is nothing where it holds back a move, has a reason and there is open work', () => {
    const [lock] = locksSeenBy('N1-lead', aCaseGroup(sound))
    expect(lock?.faults).toEqual([])
    expect(lock?.ageDays).toBe(79)
  })

  it.each([
    ['no-reason', { lock: aLock({ reason: null }) }],
    ['no-open-work', { serviceRequests: [] }],
    ['would-not-move', { compliant: true }],
    ['incident-closed', { lock: aLock({ category: 'incident-with-aac' }), incidents: [closedIncident] }],
    ['overdue-review', { lock: aLock({ reviewOn: '2026-11-20' }) }],
    [
      'moved-while-locked',
      {
        movedWhileLocked: {
          from: segment('FS_GB_MAINT_SO_MSR'),
          to: segment('FS_GB_MAINT_NO_MSR'),
          seenAt: '2026-11-20T18:00:00Z',
        },
      },
    ],
  ] as const)('is %s', (fault, change) => {
    const [lock] = locksSeenBy('N1-lead', aCaseGroup({ ...sound, ...change }))
    expect(lock?.faults).toEqual([fault])
  })

  it.each([
    ['an incident is with AAC', withAac()],
    ['a direction holds', { ...closedIncident, direction: { by: 'AAC', until: '2026-11-21' } }],
  ])('is nothing while %s, even where it holds no move and no work is open (LOCK-6)', (_, incident) => {
    const lock = aLock({ category: 'incident-with-aac' })
    expect(locksSeenBy('N1-lead', aCaseGroup({ lock, incidents: [incident] }))[0]?.faults).toEqual([])
  })

  it('is nothing while the incident that it was set for is authorised', () => {
    const lock = aLock({ category: 'incident-with-aac' })
    const incidents = [anIncident({ state: 'authorised' })]
    expect(locksSeenBy('N1-lead', aCaseGroup({ ...sound, lock, incidents }))[0]?.faults).toEqual([])
  })

  it('puts those that were moved first, then those with most wrong', () => {
    const found = locksSeenBy(
      'N1-lead',
      aCaseGroup({ ...sound, id: number('sound') }),
      aCaseGroup({ ...sound, id: number('two'), lock: aLock({ reason: null }), serviceRequests: [] }),
      aCaseGroup({
        ...sound,
        id: number('moved'),
        movedWhileLocked: {
          from: segment('FS_GB_MAINT_SO_MSR'),
          to: segment('FS_GB_MAINT_NO_MSR'),
          seenAt: '2026-11-20T18:00:00Z',
        },
      }),
    )
    expect(found.map(({ group }) => group.id)).toEqual(['moved', 'two', 'sound'])
  })

  it('leaves out the locks of other teams, and what is not locked', () => {
    expect(locksSeenBy('N2-lead', aCaseGroup(sound))).toEqual([])
    expect(locksSeenBy('N1-lead', aCaseGroup({ ...sound, lock: null }))).toEqual([])
  })
})

describe('LOCK-5 where it would go', () => {
  it('is the segment it belongs to; since when is not known where no fact has a date', () => {
    const [lock] = locksSeenBy('N1-lead', aCaseGroup(sound))
    expect(lock?.destination).toBe('FS_GB_ENFMT_NO_ELC')
    expect(lock?.destinationSince).toBeNull()
  })

  it('is nowhere else where it would not move', () => {
    const [lock] = locksSeenBy('N1-lead', aCaseGroup({ ...sound, compliant: true }))
    expect(lock?.destination).toBeNull()
  })
})

describe('LOCK-12 whose list a lock heads', () => {
  // Reviewed last on a Friday; the desk's day is Saturday, 21 November.
  const dueOn = (reviewOn: string, renewals = 0) =>
    aCaseGroup({
      ...sound,
      id: number(`${reviewOn} ${renewals}`),
      lock: aLock({
        reviewOn,
        reviews: Array.from({ length: renewals }, () => ({
          at: '2026-10-01T10:00:00Z',
          by: staff('N1-lead'),
          keptUntil: reviewOn,
          reason: 'Still pending.',
        })),
      }),
    })
  const placesFor = (actor: string, ...groups: readonly CaseGroup[]) => {
    const { locks, view } = readingsFor(actor, groups)
    return locks.map(lock => `${lock.group.id}: ${lockPlaceOf(lock, view)}`)
  }

  it('the team leader’s from its review date on, the oldest first', () => {
    const groups = [dueOn('2026-11-22'), dueOn('2026-11-21'), dueOn('2026-11-20')]
    expect(placesFor('N1-lead', ...groups)).toEqual([
      '2026-11-20 0: review',
      '2026-11-21 0: review',
      '2026-11-22 0: right',
    ])
  })

  it('the segment manager’s too, five working days after', () => {
    const groups = [dueOn('2026-11-13'), dueOn('2026-11-16'), dueOn('2026-11-17')]
    // Friday 13 and five working days is Friday 20; Monday 16 and five is Monday 23.
    expect(placesFor('N1-mgr', ...groups)).toEqual([
      '2026-11-13 0: review',
      '2026-11-16 0: wrong',
      '2026-11-17 0: wrong',
    ])
    expect(placesFor('N1-lead', ...groups).every(place => place.endsWith('review'))).toBe(true)
  })

  it('without the bank holidays of the team’s own division (ADV-4)', () => {
    const index = indexOrganisation(anOrganisation())
    const monday: Calendar = {
      ...emptyCalendar,
      holidays: { ...emptyCalendar.holidays, 'northern-ireland': ['2026-11-16'] },
      covers: { from: '2026-01-01', to: '2026-12-31' },
    }
    const group = dueOn('2026-11-13')
    const lock = group.lock ?? aLock()
    const reviewing = (calendar: Calendar) => reviewingOf(group, lock, { ...index, calendar }, '2026-11-21')
    expect(reviewing(emptyCalendar).escalatesOn).toEqual({ on: '2026-11-20', without: [], certain: false })
    expect(reviewing(monday).escalatesOn).toEqual({
      on: '2026-11-23',
      without: ['2026-11-16'],
      certain: true,
    })
    expect(reviewWords(lock, reviewing(monday))).toContain(
      'It comes to the segment manager from 23 November 2026, 5 working days later without 16 November 2026.',
    )
  })

  it('his at once where only he renews it', () => {
    expect(placesFor('N1-mgr', dueOn('2026-11-20', 3), dueOn('2026-11-20', 2))).toEqual([
      '2026-11-20 3: review',
      '2026-11-20 2: wrong',
    ])
  })

  it.each([
    ['no team has the group', { team: null, holder: null }, 'N1-1', 'no team has the case group'],
    ['nobody leads its team', { team: team('N9') }, 'N1-1', 'nobody is there who leads its team'],
    ['INC-16: its leader set it himself', {}, 'N1-lead', 'nobody reviews a lock he set'],
  ] as const)(
    'his at once where nobody of the team can review it (LOCK-11, TEAM-3): %s',
    (_, more, by, why) => {
      const lock = aLock({ by: staff(by), reviewOn: '2026-11-20' })
      const group = aCaseGroup({ ...sound, id: number('due'), ...more, lock })
      expect(placesFor('N1-mgr', group)).toEqual(['due: review'])
      const [found] = locksSeenBy('N1-mgr', group)
      expect(found && reviewWords(lock, found.reviewing)).toContain(why)
      const early = { ...group, lock: { ...lock, reviewOn: '2026-11-22' } }
      expect(placesFor('N1-mgr', early)).toEqual(['due: right'])
    },
  )

  it('not his at once where somebody else set it whom the leader reviews', () => {
    const lock = aLock({ by: staff('N1-mgr'), reviewOn: '2026-11-20' })
    expect(placesFor('N1-mgr', aCaseGroup({ ...sound, id: number('due'), lock }))).toEqual(['due: wrong'])
  })

  it('nobody’s before, nor without a review date', () => {
    expect(placesFor('N1-lead', aCaseGroup(sound))).toEqual(['10000001: right'])
    const [lock] = locksSeenBy('N1-lead', aCaseGroup(sound), dueOn('2026-11-27'))
    expect(lock?.reviewing.state).toBe('none')
    const soon = locksSeenBy('N1-lead', dueOn('2026-11-27'))
    expect(soon[0]?.reviewing.state).toBe('this-week')
    expect(soon[0]?.faults).toEqual([])
  })
})

describe('IMP-9 moved while locked', () => {
  const SCR = segment('FS_GB_CCLNT_SCR')
  const north = segment('FS_GB_MAINT_NO_MSR')
  const seenAt = '2026-11-20T18:00:00Z'

  it('is explained where it was the rule itself (LOCK-4)', () => {
    const index = indexOrganisation(anOrganisation())
    const sensitive = aCaseGroup({ sensitive: true, segment: SCR, team: team('SCR'), lock: aLock() })
    const toScr = { from: north, to: SCR, seenAt }
    expect(movedByTheRule({ ...sensitive, movedWhileLocked: toScr }, index)).toBe(true)
    expect(movedWhileLockedWords({ ...sensitive, movedWhileLocked: toScr }, toScr, index)).toContain(
      'That was the rule itself',
    )
    expect(movedWhileLockedWords(aCaseGroup(), toScr, index)).toContain('A lock should have kept it')
    const elsewhere = { from: SCR, to: north, seenAt }
    expect(movedByTheRule({ ...sensitive, movedWhileLocked: elsewhere }, index)).toBe(false)
    expect(movedByTheRule(aCaseGroup({ movedWhileLocked: toScr }), index)).toBe(false)
  })
})
