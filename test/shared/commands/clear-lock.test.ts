import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { aCaseGroup, aLock } from '../../make/a-case-group.ts'
import { anEnvelope, aReturn, decide, outcomeOf } from '../../make/a-command.ts'
import { aMember, anOrganisation, segment, staff } from '../../make/an-organisation.ts'

const NORTH = segment('FS_GB_MAINT_NO_MSR')
const ENFORCEMENT = segment('FS_GB_ENFMT_NO_ELC')
const locked = aCaseGroup({ lock: aLock() })
const waiting = { ...locked, compliant: false }

const clear = (group: CaseGroup, destination = NORTH, since = aLock().since) =>
  anEnvelope('clear-lock', { masterCaseNumber: group.id }, { since, destination }, null)
const cleared = (group: CaseGroup, actor: string, destination = NORTH) =>
  outcomeOf(decide(clear(group, destination), actor, group))

describe('LOCK-3 clearing re-evaluates at once', () => {
  it('leaves a group that belongs where it is with its holder', () => {
    expect(cleared(locked, 'N1-lead')).toMatchObject({ lock: null, segment: NORTH, holder: 'N1-1' })
  })

  it('moves one that belongs elsewhere, unassigned', () => {
    expect(cleared(waiting, 'N1-lead', ENFORCEMENT)).toMatchObject({
      lock: null,
      segment: ENFORCEMENT,
      holder: null,
    })
  })

  it('ends the flag of a group that was moved while locked (IMP-9)', () => {
    const flagged = {
      ...locked,
      movedWhileLocked: { from: NORTH, to: ENFORCEMENT, seenAt: '2026-11-20T18:00:00Z' },
    }
    expect(cleared(flagged, 'N1-lead')).toMatchObject({ movedWhileLocked: null })
  })
})

describe('LOCK-9 who may clear', () => {
  it.each([
    ['N1-1', true],
    ['N1-lead', true],
    ['N1-mgr', true],
    ['N1-2', false],
    ['N2-lead', false],
    ['S1-mgr', false],
    ['it', false],
  ])('%s: %s', (actor, may) => expect(typeof cleared(locked, actor) === 'object').toBe(may))
})

describe('LOCK-11 with the holder gone', () => {
  const gone = aMember('N1-1', 'N1', { access: 'removed', accessEndedOn: '2026-10-05' })
  const organisation = anOrganisation({
    staff: [...anOrganisation().staff.filter(({ number }) => number !== 'N1-1'), gone],
  })

  it('the leader of the group’s team clears it; the one who is gone does not', () => {
    expect(decide(clear(locked), 'N1-lead', locked, organisation).ok).toBe(true)
    expect(decide(clear(locked), 'N1-1', locked, organisation).ok).toBe(false)
  })

  it('in SCR only a nominated one', () => {
    const sensitive = {
      ...locked,
      sensitive: true,
      segment: segment('FS_GB_CCLNT_SCR'),
      team: null,
      holder: null,
    }
    expect(cleared(sensitive, 'SCR-mgr', sensitive.segment)).toMatchObject({ lock: null })
    const outsider = anOrganisation({
      staff: anOrganisation().staff.map(member => ({ ...member, scrNominated: false })),
    })
    const refused = decide(clear(sensitive, sensitive.segment), 'SCR-mgr', sensitive, outsider)
    expect(outcomeOf(refused)).toBe('not-found: There is no such case group.')
  })
})

describe('what changed since he looked', () => {
  it('refuses a lock that is off, a newer one, another destination, a closed group', () => {
    expect(cleared(aCaseGroup(), 'N1-lead')).toBe('changed: The lock is already off.')
    const newer = { ...locked, lock: aLock({ since: '2026-11-20T08:00:00Z', by: staff('N1-2') }) }
    expect(cleared(newer, 'N1-lead')).toContain('newer lock')
    expect(cleared(waiting, 'N1-lead')).toContain('another segment')
    expect(cleared({ ...locked, status: 'Closed' }, 'N1-lead')).toContain('closed')
  })
})

describe('LOCK-8 the first review at the hub stands, whether it keeps or clears', () => {
  const review = {
    at: '2026-11-20T10:00:00Z',
    by: staff('N1-lead'),
    keptUntil: '2026-12-09',
    reason: 'Still.',
  }
  const kept = (times: number) =>
    aCaseGroup({ lock: aLock({ reviews: Array.from({ length: times }, () => review) }) })
  const seen = (renewals: object) =>
    anEnvelope(
      'clear-lock',
      { masterCaseNumber: locked.id },
      { since: aLock().since, destination: NORTH, ...renewals },
    )
  const then = (renewals: object, times: number, actor = 'N1-mgr') =>
    outcomeOf(decide(seen(renewals), actor, kept(times)))

  it('a review that kept it since he looked refuses his clearing', () => {
    expect(then({ renewals: 0 }, 1)).toBe('changed: Somebody else has reviewed it since you looked.')
    expect(then({ renewals: 1 }, 2)).toMatch(/^changed: /)
  })

  it('one that he had seen does not', () => {
    expect(then({ renewals: 2 }, 2)).toMatchObject({ lock: null })
  })

  it('refuses it for whoever set the lock too, who knows the lock and not the review', () => {
    expect(then({ renewals: 0 }, 1, 'N1-1')).toMatch(/^changed: /)
  })

  it('a clearing that waited from before reviews were counted is decided as it was then', () => {
    expect(then({}, 1)).toMatchObject({ lock: null })
  })
})

describe('a lock that he set himself', () => {
  const own = { ...locked, lock: aLock({ by: staff('N1-lead'), since: '2026-11-21T09:30:07Z' }) }

  it('is the one he knows, though the hub dated it after his desk did', () => {
    expect(decide(clear(own, NORTH, '2026-11-21T09:20:00Z'), 'N1-lead', own).ok).toBe(true)
    const asSeen = { ...own, lock: aLock({ by: staff('N1-lead'), since: '2026-11-21T09:20:00Z' }) }
    expect(decide(aReturn(asSeen, true), 'N1-lead', own).ok).toBe(true)
  })

  it('is not the one that somebody else saw', () => {
    expect(decide(clear(own, NORTH, '2026-11-21T09:20:00Z'), 'N1-mgr', own).ok).toBe(false)
    const asSeen = { ...own, lock: aLock({ since: '2026-11-21T09:20:00Z' }) }
    expect(decide(aReturn(asSeen, true), 'N1-mgr', own).ok).toBe(false)
  })
})
