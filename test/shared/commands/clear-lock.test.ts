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
