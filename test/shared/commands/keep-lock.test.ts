import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Lock, LockReview } from '../../../shared/domain/lock.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { aCaseGroup, aLock, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, decide, NOW, outcomeOf } from '../../make/a-command.ts'
import { aMember, anOrganisation, segment, staff } from '../../make/an-organisation.ts'

const TODAY = NOW.slice(0, 10)
const STILL = 'The hearing was put off to 9 December.'
const aReview = (more: Partial<LockReview> = {}): LockReview => ({
  at: '2026-10-01T10:00:00Z',
  by: staff('N1-lead'),
  keptUntil: '2026-10-29',
  reason: 'The order is still pending.',
  ...more,
})
const lockedWith = (more: Partial<Lock> = {}) =>
  aCaseGroup({ lock: aLock({ category: 'enforcement-action', reviewOn: TODAY, ...more }) })
const renewed = (times: number, by = 'N1-1') =>
  lockedWith({ by: staff(by), reviews: Array.from({ length: times }, () => aReview()) })

interface Terms {
  readonly days?: number
  readonly reason?: string | null
  readonly category?: string | null
}

const keep = (group: CaseGroup, { days = 28, reason = STILL, category = null }: Terms = {}) =>
  anEnvelope(
    'keep-lock',
    { masterCaseNumber: group.id, keepUntil: addDays(TODAY, days), category },
    { since: group.lock?.since ?? NOW, renewals: group.lock?.reviews.length ?? 0 },
    reason,
  )
const kept = (group: CaseGroup, actor = 'N1-lead', terms: Terms = {}) =>
  outcomeOf(decide(keep(group, terms), actor, group))
const mayKeep = (group: CaseGroup, actor: string) => typeof kept(group, actor) === 'object'

describe('LOCK-8 a review that keeps the lock', () => {
  it('moves its review date; the review is kept with who, when, until when and why', () => {
    const group = renewed(1)
    expect(kept(group)).toMatchObject({
      segment: group.segment,
      holder: group.holder,
      lock: {
        reviewOn: '2026-12-19',
        reviews: [aReview(), { at: NOW, by: 'N1-lead', keptUntil: '2026-12-19', reason: STILL }],
      },
      history: [{ event: { kind: 'lock-kept', setBy: 'N1-1', until: '2026-12-19' }, reason: STILL }],
    })
  })

  it('needs a reason, and a day at most 28 days ahead', () => {
    expect(kept(lockedWith(), 'N1-lead', { reason: null })).toContain('Say why it is kept')
    expect(kept(lockedWith(), 'N1-lead', { days: 29 })).toContain('within 28 days')
    expect(kept(lockedWith(), 'N1-lead', { days: -1 })).toContain('has passed')
  })

  it('writes reason and category of a lock that came with the extract without, and of no other', () => {
    const bare = lockedWith({ category: null, reason: null, reviewOn: null })
    expect(kept(bare)).toContain('choose what the lock is for')
    expect(kept(bare, 'N1-lead', { category: 'incident-with-aac' })).toContain('No incident')
    expect(kept(bare, 'N1-lead', { category: 'other-client-benefit' })).toMatchObject({
      lock: { category: 'other-client-benefit', reason: STILL, reviewOn: '2026-12-19' },
    })
    expect(kept(lockedWith(), 'N1-lead', { category: 'other-client-benefit' })).toMatchObject({
      lock: { category: 'enforcement-action', reason: aLock().reason },
    })
  })

  it.each([
    ['N1-lead', true],
    ['N1-mgr', true],
    ['N1-1', false],
    ['N1-2', false],
    ['N2-lead', false],
    ['S1-mgr', false],
  ])('is for the team leader and the segment manager: %s %s', (actor, may) =>
    expect(mayKeep(lockedWith({ by: null }), actor)).toBe(may),
  )
})

describe('INC-16 nobody reviews a lock he set', () => {
  it('the leader’s is for the segment manager, the manager’s for the leader', () => {
    expect(mayKeep(lockedWith({ by: staff('N1-lead') }), 'N1-lead')).toBe(false)
    expect(mayKeep(lockedWith({ by: staff('N1-lead') }), 'N1-mgr')).toBe(true)
    expect(mayKeep(lockedWith({ by: staff('N1-mgr') }), 'N1-mgr')).toBe(false)
    expect(mayKeep(lockedWith({ by: staff('N1-mgr') }), 'N1-lead')).toBe(true)
  })

  it('the leader’s is for another leader of the segment too, where he is sent the group (ACC-2)', () => {
    // A request that one of his own team holds brings it to him.
    const seenBySecond = (by: string): CaseGroup => ({
      ...lockedWith({ by: staff(by) }),
      serviceRequests: [aRequest('1-1', { holder: staff('N2-1') })],
    })
    expect(mayKeep(seenBySecond('N1-lead'), 'N2-lead')).toBe(true)
    expect(kept(seenBySecond('N1-1'), 'N2-lead')).toContain('Only the leader of the group’s team')
  })
})

describe('LOCK-12 renewals', () => {
  it('keep the original start', () => {
    expect(kept(renewed(2))).toMatchObject({ lock: { since: aLock().since } })
  })

  it('after three are for the segment manager only', () => {
    expect(mayKeep(renewed(2), 'N1-lead')).toBe(true)
    expect(kept(renewed(3))).toContain('only the segment manager renews it again')
    expect(mayKeep(renewed(3), 'N1-mgr')).toBe(true)
  })
})

describe('LOCK-11 with the holder gone', () => {
  it('the leader of the group’s team keeps it, and so does the manager', () => {
    const gone = aMember('N1-1', 'N1', { access: 'removed', accessEndedOn: '2026-10-05' })
    const others = anOrganisation().staff.filter(({ number }) => number !== 'N1-1')
    const organisation = anOrganisation({ staff: [...others, gone] })
    const group = lockedWith()
    expect(decide(keep(group), 'N1-lead', group, organisation).ok).toBe(true)
    expect(decide(keep(group), 'N1-mgr', group, organisation).ok).toBe(true)
    const unheld = { ...group, holder: null }
    expect(mayKeep(unheld, 'N1-lead')).toBe(true)
  })
})

describe('what changed since he looked', () => {
  it('the first review stands; the second is told', () => {
    const seen = keep(renewed(0))
    expect(outcomeOf(decide(seen, 'N1-lead', renewed(1)))).toContain('Somebody else has reviewed it')
  })

  it('a lock that is off, a newer one, a closed group', () => {
    const seen = keep(lockedWith())
    expect(outcomeOf(decide(seen, 'N1-lead', aCaseGroup()))).toBe('changed: The lock is already off.')
    const newer = lockedWith({ since: '2026-11-20T08:00:00Z' })
    expect(outcomeOf(decide(seen, 'N1-lead', newer))).toContain('newer lock')
    const closed: CaseGroup = { ...lockedWith(), status: 'Closed', segment: segment('FS_GB_MAINT_NO_MSR') }
    expect(kept(closed)).toContain('closed')
  })
})
