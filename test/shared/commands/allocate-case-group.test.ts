import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { orphaningOf } from '../../../shared/domain/orphan.ts'
import type { Rota } from '../../../shared/domain/rota.ts'
import { bucketsOf } from '../../../shared/sync/buckets.ts'
import { aCaseGroup, aLock, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, decide, outcomeOf } from '../../make/a-command.ts'
import { anAbsence, aRota, indexOf } from '../../make/a-rota.ts'
import { aMember, anOrganisation, segment, staff } from '../../make/an-organisation.ts'

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
  const made = anOrganisation()
  const organisation = { ...made, staff: [...made.staff, aMember('SCR-new', 'SCR')] }
  const given = (actor: string, holder: string) =>
    outcomeOf(
      decide(
        anEnvelope(
          'allocate-case-group',
          { masterCaseNumber: sensitive.id, team: 'SCR', holder },
          { team: null, holder: null },
        ),
        actor,
        sensitive,
        organisation,
      ),
    )
  expect(given('SCR-lead', 'SCR-1')).toMatchObject({ holder: 'SCR-1' })
  for (const actor of ['SCR-lead', 'SCR-mgr'])
    expect(given(actor, 'SCR-new')).toBe(
      'not-possible: A nationally sensitive group can only be held by a nominated caseworker.',
    )
  expect(given('N1-lead', 'SCR-1')).toBe('not-found: There is no such case group.')
})

it('ALLOC-13: a closed group is never allocated', () => {
  expect(allocated(aCaseGroup({ status: 'Closed' }), 'N1-lead', 'N1', 'N1-2')).toContain('closed')
})

describe('TEAM-2 whoever is away gets nothing new', () => {
  const away = (from: string, to: string) => [aRota('N1', { absences: [anAbsence('N1-2', from, to)] })]
  const asked = (absences: readonly Rota[]) =>
    outcomeOf(
      decide(
        anEnvelope(
          'allocate-case-group',
          { masterCaseNumber: queued.id, team: 'N1', holder: 'N1-2' },
          { team: null, holder: null },
          null,
        ),
        'N1-lead',
        queued,
        undefined,
        absences,
      ),
    )

  it('from his first day to his last, saying until when', () => {
    for (const rotas of [away('2026-11-21', '2026-11-27'), away('2026-11-21', '2026-11-21')])
      expect(asked(rotas)).toMatch(
        /^not-possible: Person N1-2 is away until 2\d November 2026 and gets nothing new/,
      )
    for (const rotas of [away('2026-11-22', '2026-11-27'), away('2026-11-16', '2026-11-20')])
      expect(asked(rotas)).toMatchObject({ holder: 'N1-2' })
  })

  it('and keeps what he has: it is no orphan, and his leader may give it to somebody else', () => {
    const group = aCaseGroup({ holder: staff('N1-2') })
    const index = indexOf(away('2026-11-21', '2026-11-27'))
    expect(orphaningOf(group, index)).toBeNull()
    expect(bucketsOf(group, index)).toContain('person:N1-2')
    expect(allocated(group, 'N1-lead', 'N1', 'N1-1')).toMatchObject({ holder: 'N1-1' })
  })
})
