import { describe, expect, it } from 'vitest'
import { seenForReturn } from '../../../shared/commands/return-to-segment.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { aCaseGroup, aLetter, aLock, aPerson, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, aReason, aReturn, decide, outcomeOf } from '../../make/a-command.ts'
import { anOrganisation, staff, team } from '../../make/an-organisation.ts'

const busy = aCaseGroup({ serviceRequests: [aRequest('1')], post: [aLetter('P1')] })
const returned = (group: CaseGroup, actor: string, clearLock = false, reason: string | null = aReason) =>
  outcomeOf(decide(aReturn(group, clearLock, reason), actor, group))

describe('RTS-1 a caseworker returns his own group', () => {
  it('only when it has no open work, and is told what is open otherwise', () => {
    expect(returned(aCaseGroup(), 'N1-1', false, null)).toMatchObject({ holder: null })
    expect(returned(busy, 'N1-1')).toContain('Change of address, Employer reply')
  })

  it('not his colleague’s, which he does not even see (ACC-4)', () => {
    expect(returned(aCaseGroup(), 'N1-2')).toBe('not-found: There is no such case group.')
  })
})

describe('RTS-2 a team leader returns regardless of open work', () => {
  it('with a reason', () => {
    expect(returned(busy, 'N1-lead')).toMatchObject({ holder: null, team: null })
    expect(returned(busy, 'N1-lead', false, null)).toContain('needs a reason')
  })

  it('without one where nothing is set aside', () => {
    expect(returned(aCaseGroup(), 'N1-lead', false, null)).toMatchObject({ holder: null })
  })
})

describe('RTS-3 a return re-evaluates', () => {
  it('lands unassigned, with its case-owning requests, in the segment it belongs to', () => {
    const group = returned({ ...busy, compliant: false }, 'N1-lead')
    expect(group).toMatchObject({ segment: 'FS_GB_ENFMT_NO_ELC', team: 'E1', holder: null, assignedOn: null })
    expect((group as CaseGroup).serviceRequests[0]?.holder).toBeNull()
  })

  it('stays in its segment’s queue when it belongs there, or cannot be allocated (ALLOC-8)', () => {
    expect(returned(aCaseGroup(), 'N1-lead')).toMatchObject({ segment: 'FS_GB_MAINT_NO_MSR', team: null })
    const abroad = aCaseGroup({ people: [aPerson('pp', { country: 'FR' })] })
    expect(returned(abroad, 'N1-lead')).toMatchObject({ segment: 'FS_GB_MAINT_NO_MSR', team: null })
  })

  it('is remembered: who, why, and the move as the rule’s own (ACC-5)', () => {
    const { history } = returned({ ...busy, compliant: false }, 'N1-lead') as CaseGroup
    expect(history.map(({ actor, event }) => [actor.kind, event.kind])).toEqual([
      ['rule', 'moved'],
      ['person', 'returned'],
    ])
    expect(history[1]?.reason).toBe(aReason)
  })

  it('changes nothing that is there already', () => {
    const queued = aCaseGroup({ holder: null, team: null })
    expect(returned(queued, 'N1-mgr')).toContain('already unassigned')
  })
})

describe('RTS-4 a locked group', () => {
  const locked = aCaseGroup({ lock: aLock(), compliant: false })

  it('is not returned unless the lock is cleared in the same action', () => {
    expect(returned(locked, 'N1-lead')).toContain('It is locked')
    expect(returned(locked, 'N1-lead', true)).toMatchObject({ lock: null, segment: 'FS_GB_ENFMT_NO_ELC' })
  })

  it('needs a reason', () => expect(returned(locked, 'N1-lead', true, null)).toContain('needs a reason'))
})

describe('LOCK-8 a return that clears a lock', () => {
  const locked = aCaseGroup({ lock: aLock() })
  const review = {
    at: '2026-11-20T10:00:00Z',
    by: staff('N1-mgr'),
    keptUntil: '2026-12-09',
    reason: 'Still.',
  }
  const kept = aCaseGroup({ lock: aLock({ reviews: [review] }) })
  const { lockRenewals, ...before } = seenForReturn(locked, indexOrganisation(anOrganisation()))
  const then = (saw: object) =>
    outcomeOf(
      decide(
        anEnvelope('return-to-segment', { masterCaseNumber: kept.id, clearLock: true }, saw),
        'N1-lead',
        kept,
      ),
    )

  it('is refused where a review kept it since he looked', () => {
    expect(then({ ...before, lockRenewals })).toBe(
      'changed: Somebody else has reviewed its lock since you looked.',
    )
    expect(then({ ...before, lockRenewals: 1 })).toMatchObject({ lock: null })
  })

  it('is decided as it was then where it waited from before reviews were counted', () => {
    expect(then(before)).toMatchObject({ lock: null })
  })
})

describe('RTS-6 who may', () => {
  it.each([
    ['N1-lead', true],
    ['N1-mgr', true],
    ['N2-lead', false],
    ['S1-lead', false],
    ['S1-mgr', false],
    ['it', false],
    ['nobody', false],
  ])('%s: %s', (actor, may) => {
    expect(typeof returned(busy, actor) === 'object').toBe(may)
  })

  it('tells who could, where one sees the group but does not direct it', () => {
    const seen = aCaseGroup({ serviceRequests: [aRequest('1', { holder: staff('N2-1') })] })
    expect(returned(seen, 'N2-lead')).toContain('Only its holder, the leader of its team')
  })
})

describe('RTS-5 what changed since he looked is refused, and nothing else', () => {
  const saw = seenForReturn(busy, indexOrganisation(anOrganisation()))
  const meanwhile = (change: Partial<CaseGroup>) =>
    outcomeOf(
      decide(
        anEnvelope('return-to-segment', { masterCaseNumber: busy.id, clearLock: true }, saw),
        'N1-lead',
        { ...busy, ...change },
      ),
    )

  it.each<[string, Partial<CaseGroup>]>([
    ['holder', { holder: staff('N1-2') }],
    ['lock', { lock: aLock() }],
    ['requests', { serviceRequests: [aRequest('1'), aRequest('2')] }],
    ['activities', { serviceRequests: [aRequest('1', { activities: [] })] }],
    ['post', { post: [] }],
    ['destination', { compliant: false }],
  ])('%s', (_, change) => expect(meanwhile(change)).toMatch(/^changed: /))

  it('another title or address does not refuse', () => {
    expect(meanwhile({ title: 'O’Hara, Siân' })).toMatchObject({ holder: null })
  })

  it('ALLOC-13: a group closed meanwhile is refused', () => {
    expect(meanwhile({ status: 'Closed' })).toContain('closed')
  })
})

it('TEAM-1: lands in the queue of the only team, where its leader sees it', () => {
  const landed = returned(aCaseGroup({ people: [aPerson('pp', { postcode: 'BS1 1AA' })] }), 'N1-lead')
  expect(landed).toMatchObject({ team: team('S1'), holder: null })
})
