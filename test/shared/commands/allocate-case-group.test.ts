import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { aCaseGroup, aLock, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, decide, outcomeOf } from '../../make/a-command.ts'
import { segment, staff } from '../../make/an-organisation.ts'

const queued = aCaseGroup({ holder: null, team: null, serviceRequests: [aRequest('1', { holder: null })] })

const allocated = (group: CaseGroup, actor: string, team: string, holder: string | null, saw?: object) =>
  outcomeOf(
    decide(
      anEnvelope(
        'allocate-case-group',
        { masterCaseNumber: group.id, team, holder },
        saw ?? { team: group.team, holder: group.holder },
        null,
      ),
      actor,
      group,
    ),
  )

describe('TEAM-1 a team leader allocates', () => {
  it('from the segment’s queue to an active caseworker of his team: holder, team, date and requests together', () => {
    const group = allocated(queued, 'N1-lead', 'N1', 'N1-2') as CaseGroup
    expect(group).toMatchObject({ holder: 'N1-2', team: 'N1', assignedOn: '2026-11-21' })
    expect(group.serviceRequests[0]?.holder).toBe('N1-2')
  })

  it('within his team, lock or no lock: the lock survives (LOCK-11)', () => {
    const group = aCaseGroup({ lock: aLock() })
    expect(allocated(group, 'N1-lead', 'N1', 'N1-2')).toMatchObject({ holder: 'N1-2', lock: group.lock })
  })

  it('not to another team, nor from one, nor to nobody, nor to a leader', () => {
    expect(allocated(queued, 'N1-lead', 'N2', 'N2-1')).toContain('his own team')
    const seen = aCaseGroup({ serviceRequests: [aRequest('1', { holder: staff('N2-1') })] })
    expect(allocated(seen, 'N2-lead', 'N2', 'N2-1')).toContain('neither your team’s')
    expect(allocated(queued, 'N1-lead', 'N1', null)).toContain('Choose a caseworker')
    expect(allocated(queued, 'N1-lead', 'N1', 'N1-lead')).toContain('not an active caseworker')
  })
})

describe('TEAM-1 a segment manager allocates to any team or caseworker of his segment', () => {
  it('to a team without a caseworker', () => {
    expect(allocated(queued, 'N1-mgr', 'N2', null)).toMatchObject({
      team: 'N2',
      holder: null,
      assignedOn: null,
    })
  })

  it('to another team’s caseworker, but never across segments', () => {
    expect(allocated(queued, 'N1-mgr', 'N2', 'N2-1')).toMatchObject({ team: 'N2', holder: 'N2-1' })
    expect(allocated(queued, 'N1-mgr', 'S1', 'S1-1')).toContain('not in the segment')
  })
})

describe('TEAM-1 the first at the hub wins', () => {
  it('refuses when it was given to somebody else meanwhile, and when nothing would change', () => {
    const given = aCaseGroup()
    expect(allocated(given, 'N1-lead', 'N1', 'N1-2', { team: 'N1', holder: null })).toMatch(/^changed/)
    expect(allocated(given, 'N1-lead', 'N1', 'N1-2', { team: null, holder: 'N1-1' })).toMatch(/^changed/)
    expect(allocated(aCaseGroup(), 'N1-lead', 'N1', 'N1-1')).toContain('where it is already')
  })
})

it('ACC-3: a nationally sensitive group goes to nobody who is not nominated', () => {
  const sensitive = aCaseGroup({
    sensitive: true,
    segment: segment('FS_GB_CCLNT_SCR'),
    team: null,
    holder: null,
  })
  expect(allocated(sensitive, 'SCR-lead', 'SCR', 'SCR-1')).toMatchObject({ holder: 'SCR-1' })
  expect(allocated(sensitive, 'N1-lead', 'SCR', 'SCR-1')).toBe('not-found: There is no such case group.')
})

it('ALLOC-13: a closed group is never allocated', () => {
  expect(allocated(aCaseGroup({ status: 'Closed' }), 'N1-lead', 'N1', 'N1-2')).toContain('closed')
})
