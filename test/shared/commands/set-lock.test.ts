import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { aCaseGroup, aLock } from '../../make/a-case-group.ts'
import { anEnvelope, decide, NOW, outcomeOf } from '../../make/a-command.ts'
import { segment } from '../../make/an-organisation.ts'

const TODAY = NOW.slice(0, 10)
const BENEFIT = 'The order for sale is heard on 9 December; a move would stop it.'
const free = aCaseGroup()

interface Terms {
  readonly category?: string
  readonly days?: number
  readonly reason?: string | null
}

const lock = (
  group: CaseGroup,
  { category = 'enforcement-action', days = 28, reason = BENEFIT }: Terms = {},
) =>
  anEnvelope(
    'set-lock',
    { masterCaseNumber: group.id, category, reviewOn: addDays(TODAY, days) },
    { segment: group.segment },
    reason,
  )
const locked = (group: CaseGroup, actor = 'N1-lead', terms: Terms = {}) =>
  outcomeOf(decide(lock(group, terms), actor, group))

describe('LOCK-2 setting a lock', () => {
  it('takes its category, how the clients benefit, and a review date', () => {
    expect(locked(free)).toMatchObject({
      lock: {
        by: 'N1-lead',
        since: NOW,
        sinceIsFirstSeen: false,
        category: 'enforcement-action',
        reason: BENEFIT,
        reviewOn: '2026-12-19',
        reviews: [],
      },
      segment: free.segment,
      holder: 'N1-1',
      history: [{ event: { kind: 'lock-set', reviewOn: '2026-12-19' }, reason: BENEFIT }],
    })
  })

  it('judges the review date by the day on which it was set, perhaps offline, not by the day it is heard', () => {
    const offline = { ...lock(free, { days: -1 }), issuedAt: '2026-11-20T15:00:00.000Z' }
    expect(outcomeOf(decide(offline, 'N1-lead', free))).toMatchObject({ lock: { reviewOn: '2026-11-20' } })
    const late = { ...offline, issuedAt: NOW }
    expect(outcomeOf(decide(late, 'N1-lead', free))).toContain('has passed')
  })

  it('is refused without the words, saying that keeping the group is no reason', () => {
    expect(locked(free, 'N1-lead', { reason: null })).toContain('how the clients benefit; keeping')
  })

  it.each([
    [-1, false],
    [0, true],
    [28, true],
    [29, false],
  ])('is reviewed at most 28 days ahead and not in the past: %d days is %s', (days, may) =>
    expect(typeof locked(free, 'N1-lead', { days }) === 'object').toBe(may),
  )

  it('knows three categories, and that of an incident only with one', () => {
    expect(locked(free, 'N1-lead', { category: 'other-client-benefit' })).toMatchObject({
      lock: { category: 'other-client-benefit' },
    })
    expect(locked(free, 'N1-lead', { category: 'ownership' })).toContain('not-understood')
    expect(locked(free, 'N1-lead', { category: 'incident-with-aac' })).toContain('No incident')
  })
})

describe('LOCK-9 who may set', () => {
  it.each([
    ['N1-1', true],
    ['N1-lead', true],
    ['N1-mgr', true],
    ['N1-2', false],
    ['N2-lead', false],
    ['S1-mgr', false],
    ['it', false],
  ])('%s: %s', (actor, may) => expect(typeof locked(free, actor) === 'object').toBe(may))
})

describe('LOCK-1 the flag is on the group, once', () => {
  it('the first stands; who comes second is told', () => {
    expect(locked({ ...free, lock: aLock() })).toBe('changed: It is locked already.')
  })

  it('a group that moved meanwhile is not locked unseen', () => {
    const seen = lock(free)
    const moved = { ...free, segment: segment('FS_GB_MAINT_NO_MSRSE') }
    expect(outcomeOf(decide(seen, 'N1-lead', moved))).toBe('changed: It has moved since you looked.')
  })

  it('a closed group is never locked (ALLOC-13)', () => {
    expect(locked({ ...free, status: 'Closed' })).toContain('never locked')
  })
})
