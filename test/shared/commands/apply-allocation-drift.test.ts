import { describe, expect, it } from 'vitest'
import { seenForMove } from '../../../shared/commands/apply-allocation-drift.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { aCaseGroup, aLock, aPerson, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, decide, outcomeOf } from '../../make/a-command.ts'
import { anOrganisation, segment, staff } from '../../make/an-organisation.ts'

const NORTH = segment('FS_GB_MAINT_NO_MSR')
const ENFORCEMENT = segment('FS_GB_ENFMT_NO_ELC')
const elsewhere = aCaseGroup({ compliant: false, serviceRequests: [aRequest('1')] })

const moved = (
  group: CaseGroup,
  actor = 'N1-mgr',
  seen = seenForMove(group, indexOrganisation(anOrganisation())),
) =>
  outcomeOf(
    decide(anEnvelope('apply-allocation-drift', { masterCaseNumber: group.id }, seen, null), actor, group),
  )

describe('IMP-8 a segment manager applies what an import only reports', () => {
  it('ALLOC-7, TEAM-1: it lands unassigned with its work, in the queue of the segment it belongs to', () => {
    expect(moved(elsewhere)).toMatchObject({
      segment: ENFORCEMENT,
      team: 'E1',
      holder: null,
      assignedOn: null,
      serviceRequests: [{ number: '1', holder: null }],
    })
  })

  it('is his doing in the history, and is to be carried into CMS2012 (IMP-6)', () => {
    expect(moved(elsewhere)).toMatchObject({
      history: [
        {
          actor: { kind: 'person', staff: 'N1-mgr' },
          event: { kind: 'moved', from: NORTH, to: ENFORCEMENT },
        },
      ],
      differences: [
        { field: 'segment', source: NORTH, drifts: false },
        { field: 'holder', source: 'N1-1', drifts: false },
      ],
    })
  })

  it.each([
    ['N1-mgr', true],
    ['E1-mgr', false],
    ['N1-lead', false],
    ['N1-1', false],
    ['it', false],
  ])('RTS-6 %s: %s', (actor, may) => expect(typeof moved(elsewhere, actor) === 'object').toBe(may))

  it('LOCK-1: a lock holds it, and it says what to do', () => {
    expect(moved({ ...elsewhere, lock: aLock() })).toMatch(/not-possible: It is locked.*Clear the lock/)
  })

  it('one that belongs where it is stays, and so does one that cannot be allocated (ALLOC-8)', () => {
    expect(moved(aCaseGroup())).toMatch(/belongs where it is/)
    expect(moved({ ...elsewhere, people: [aPerson('pp', { postcode: null })] })).toMatch(
      /cannot be allocated/,
    )
  })

  it('a closed one is never moved (ALLOC-13)', () => {
    expect(moved({ ...elsewhere, status: 'Closed' })).toMatch(/closed/)
  })

  it('what he saw has changed: it is refused', () => {
    expect(moved(elsewhere, 'N1-mgr', { segment: NORTH, destination: NORTH })).toMatch(
      /changed: .*another segment/,
    )
    expect(moved(elsewhere, 'N1-mgr', { segment: ENFORCEMENT, destination: ENFORCEMENT })).toMatch(
      /changed: .*moved/,
    )
  })
})

describe('TEAM-1 the first at the hub wins', () => {
  const { holder, ...before } = seenForMove(elsewhere, indexOrganisation(anOrganisation()))
  const given = { ...elsewhere, holder: staff('N1-2') }

  it('one that was given to somebody since he looked stays with him', () => {
    expect(moved(given, 'N1-mgr', { ...before, holder })).toBe('changed: Somebody else holds it by now.')
    const fromQueue = moved(given, 'N1-mgr', { ...before, holder: null })
    expect(fromQueue).toBe('changed: Somebody else holds it by now.')
  })

  it('so does one that nobody holds any more: what he saw is over', () => {
    const unheld = { ...elsewhere, holder: null }
    expect(moved(unheld, 'N1-mgr', { ...before, holder })).toMatch(/^changed: /)
    expect(moved(unheld)).toMatchObject({ segment: ENFORCEMENT, holder: null })
  })

  it('what waited from before the holder was asked is decided as it was then', () => {
    expect(moved(given, 'N1-mgr', before)).toMatchObject({ segment: ENFORCEMENT, holder: null })
  })
})
