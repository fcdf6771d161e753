import { describe, expect, it } from 'vitest'
import { seenForSettling } from '../../../shared/commands/settle-drift.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { DecidedField } from '../../../shared/domain/difference.ts'
import { aCaseGroup, aLock } from '../../make/a-case-group.ts'
import { anEnvelope, decide, outcomeOf } from '../../make/a-command.ts'
import { aDifference } from '../../make/a-difference.ts'
import { anAbsence, aRota } from '../../make/a-rota.ts'
import { aMember, anOrganisation, segment, staff, team } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

const NORTH = segment('FS_GB_MAINT_NO_MSR')
const SOUTH = segment('FS_GB_MAINT_SO_MSR')
const ENFORCEMENT = segment('FS_GB_ENFMT_NO_ELC')

const toSouth = aCaseGroup({ differences: [aDifference('segment', SOUTH), aDifference('holder', 'S1-1')] })

const settled = (
  group: CaseGroup,
  take: 'ours' | 'source',
  fields: readonly DecidedField[],
  actor = 'N1-mgr',
  seen = seenForSettling(group, fields),
) =>
  outcomeOf(
    decide(
      anEnvelope('settle-drift', { masterCaseNumber: group.id, fields, take }, seen, null),
      actor,
      group,
    ),
  )

describe('IMP-6 ours is taken', () => {
  it('and is to be carried from then on, field by field; nothing else changes', () => {
    expect(settled(toSouth, 'ours', ['segment'])).toMatchObject({
      segment: NORTH,
      holder: 'N1-1',
      differences: [
        { field: 'segment', source: SOUTH, drifts: false },
        { field: 'holder', source: 'S1-1', drifts: true },
      ],
      history: [{ event: { kind: 'drift-settled', fields: ['segment'], took: 'ours' } }],
    })
  })
})

describe('IMP-6 the source’s is taken', () => {
  it('the segment alone: unassigned there, its holder to be carried', () => {
    const group = aCaseGroup({ differences: [aDifference('segment', SOUTH)] })
    expect(settled(group, 'source', ['segment'])).toMatchObject({
      segment: SOUTH,
      team: 'S1',
      holder: null,
      differences: [{ field: 'holder', source: 'N1-1', drifts: false }],
    })
  })

  it('the segment and the holder: held there by him, in his team, and nothing differs any more', () => {
    expect(settled(toSouth, 'source', ['segment', 'holder'])).toMatchObject({
      segment: SOUTH,
      team: 'S1',
      holder: 'S1-1',
      assignedOn: '2026-11-21',
      differences: [],
    })
  })

  it('BOM-2: never a segment of specialists, which owns no case group', () => {
    const group = aCaseGroup({ differences: [aDifference('segment', segment('FS_GB_CCLNT_DNA'))] })
    expect(settled(group, 'source', ['segment'])).toMatch(/owns no case groups/)
    expect(settled(group, 'ours', ['segment'])).toMatchObject({ segment: NORTH })
  })

  it('ACC-3: of a nationally sensitive group no holder who is not nominated', () => {
    const made = anOrganisation()
    const organisation = { ...made, staff: [...made.staff, aMember('SCR-new', 'SCR')] }
    const heldBy = (holder: string) => {
      const scr = { segment: segment('FS_GB_CCLNT_SCR'), team: team('SCR'), holder: staff('SCR-1') }
      const group = aCaseGroup({ ...scr, sensitive: true, differences: [aDifference('holder', holder)] })
      const args = { masterCaseNumber: group.id, fields: ['holder'], take: 'source' }
      const asked = anEnvelope('settle-drift', args, seenForSettling(group, ['holder']), null)
      return outcomeOf(decide(asked, 'SCR-mgr', group, organisation))
    }
    expect(heldBy('SCR-2')).toMatchObject({ holder: 'SCR-2' })
    expect(heldBy('SCR-new')).toMatch(/^not-possible: .* only be held by a nominated caseworker/)
  })

  it('the holder alone: only somebody of the segment where it is', () => {
    const here = aCaseGroup({ differences: [aDifference('holder', 'N2-1')] })
    expect(settled(here, 'source', ['holder'])).toMatchObject({ holder: 'N2-1', team: 'N2', differences: [] })
    expect(settled(toSouth, 'source', ['holder'])).toMatch(/works in another segment/)
    const stranger = aCaseGroup({ differences: [aDifference('holder', 'it')] })
    expect(settled(stranger, 'source', ['holder'])).toMatch(/not an active caseworker/)
  })

  it('nobody as holder: unassigned where it is', () => {
    const group = aCaseGroup({ differences: [aDifference('holder', null)] })
    expect(settled(group, 'source', ['holder'])).toMatchObject({
      segment: NORTH,
      holder: null,
      differences: [],
    })
  })

  it('the lock on: as the source has it', () => {
    const lock = aLock({ reason: 'Set in CMS2012' })
    const group = aCaseGroup({ differences: [aDifference('lock', 'on', { sourceLock: lock })] })
    expect(settled(group, 'source', ['lock'])).toMatchObject({ lock, differences: [] })
  })

  it('LOCK-3: the lock off, and it moves at once if it belongs elsewhere', () => {
    const group = aCaseGroup({ lock: aLock(), compliant: false, differences: [aDifference('lock', 'off')] })
    expect(settled(group, 'source', ['lock'])).toMatchObject({
      lock: null,
      segment: ENFORCEMENT,
      holder: null,
      history: [
        { event: { kind: 'drift-settled' } },
        { event: { kind: 'moved' }, actor: { kind: 'rule' } },
        { event: { kind: 'lock-cleared' } },
      ],
    })
  })

  it('LOCK-11: whoever set the lock that comes off so is told', () => {
    const group = aCaseGroup({ lock: aLock(), differences: [aDifference('lock', 'off')] })
    const left = settled(group, 'source', ['lock'])
    expect(left).toMatchObject({
      history: [
        { event: { kind: 'drift-settled' } },
        {
          event: { kind: 'lock-cleared', setBy: 'N1-1', since: '2026-09-03T10:00:00Z' },
          actor: { kind: 'person', staff: 'N1-mgr' },
        },
      ],
    })
    const told = readingsFor('N1-1', [left as CaseGroup]).toldOfLocks
    expect(told.map(({ entry }) => entry.event.kind)).toEqual(['lock-cleared'])
  })

  it('LOCK-1: a group that is locked here stays, unless its lock goes with it', () => {
    const locked = {
      ...toSouth,
      lock: aLock(),
      differences: [...toSouth.differences, aDifference('lock', 'off')],
    }
    expect(settled(locked, 'source', ['segment'])).toMatch(/It is locked here/)
    expect(settled(locked, 'source', ['segment', 'lock'])).toMatchObject({ segment: SOUTH, lock: null })
  })
})

describe('IMP-6 of many groups at once', () => {
  it('only what drifts is settled: what is to be carried, and what agrees, stays ours', () => {
    const group = aCaseGroup({
      lock: aLock(),
      differences: [aDifference('segment', SOUTH, { drifts: false }), aDifference('holder', 'N2-1')],
    })
    expect(settled(group, 'source', ['segment', 'holder', 'lock'])).toMatchObject({
      segment: NORTH,
      holder: 'N2-1',
      lock: group.lock,
      differences: [{ field: 'segment', source: SOUTH }],
      history: [{ event: { fields: ['holder'] } }],
    })
  })

  it('with the segment the holder goes along, also where both sides had the same', () => {
    const group = aCaseGroup({ holder: 'S1-1' as never, differences: [aDifference('segment', SOUTH)] })
    expect(settled(group, 'source', ['segment', 'holder'])).toMatchObject({
      segment: SOUTH,
      team: 'S1',
      holder: 'S1-1',
      differences: [],
    })
  })
})

describe('IMP-6 who settles, and when not', () => {
  it.each([
    ['N1-mgr', true],
    ['S1-mgr', false],
    ['N1-lead', false],
    ['N1-1', false],
  ])('the manager of the segment where it is here; %s: %s', (actor, may) =>
    expect(typeof settled(toSouth, 'source', ['segment'], actor) === 'object').toBe(may),
  )

  it('what is only to be carried is nothing to settle', () => {
    const carried = aCaseGroup({ differences: [aDifference('holder', 'N1-2', { drifts: false })] })
    expect(settled(carried, 'ours', ['holder'])).toMatch(/no drift/)
    expect(settled(aCaseGroup(), 'ours', ['holder'])).toMatch(/no drift/)
  })

  it('either value has changed since he looked', () => {
    const seen = { fields: [{ field: 'segment' as const, ours: NORTH, source: ENFORCEMENT }] }
    expect(settled(toSouth, 'source', ['segment'], 'N1-mgr', seen)).toMatch(/^changed/)
  })

  it('IMP-9: moved while locked stays until that lock ends', () => {
    const moved = { ...toSouth, movedWhileLocked: { from: NORTH, to: SOUTH, seenAt: '2026-11-20T18:00:00Z' } }
    expect(settled(moved, 'ours', ['segment'])).toMatch(/moved while locked/)
    expect(settled(moved, 'ours', ['holder'])).toMatchObject({
      differences: [{ field: 'segment', drifts: true }, { drifts: false }],
    })
  })
})

describe('LOCK-8 a review that kept the lock since he looked', () => {
  const review = {
    at: '2026-11-20T10:00:00Z',
    by: staff('N1-lead'),
    keptUntil: '2026-12-09',
    reason: 'Still.',
  }
  const differences = [aDifference('lock', 'off')]
  const locked = aCaseGroup({ lock: aLock(), differences })
  const kept = aCaseGroup({ lock: aLock({ reviews: [review] }), differences })
  const { renewals, ...before } = seenForSettling(locked, ['lock'])

  it('stands: the source’s does not take it off unseen', () => {
    expect(settled(kept, 'source', ['lock'], 'N1-mgr', { ...before, renewals })).toBe(
      'changed: Somebody else has reviewed its lock since you looked.',
    )
    expect(settled(kept, 'source', ['lock'])).toMatchObject({ lock: null })
  })

  it('is no matter where the lock stays on, or where it was not asked when that was sent', () => {
    const ours = settled(kept, 'ours', ['lock'], 'N1-mgr', { ...before, renewals })
    expect(ours).toMatchObject({ lock: { reviews: [review] } })
    expect(settled(kept, 'source', ['lock'], 'N1-mgr', before)).toMatchObject({ lock: null })
  })
})

describe('TEAM-2 whoever is away gets nothing new', () => {
  const group = aCaseGroup({ differences: [aDifference('holder', 'N1-2')] })
  const asked = anEnvelope(
    'settle-drift',
    { masterCaseNumber: group.id, fields: ['holder'], take: 'source' },
    seenForSettling(group, ['holder']),
    null,
  )
  const takenOn = (from: string, to: string) =>
    outcomeOf(
      decide(asked, 'N1-mgr', group, undefined, [aRota('N1', { absences: [anAbsence('N1-2', from, to)] })]),
    )

  it('not from CMS2012 either', () => {
    expect(takenOn('2026-11-21', '2026-11-27')).toMatch(/Person N1-2 is away until 27 November 2026/)
    expect(takenOn('2026-11-22', '2026-11-27')).toMatchObject({ holder: 'N1-2' })
  })
})
