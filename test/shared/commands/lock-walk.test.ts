import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seenForMove } from '../../../shared/commands/apply-allocation-drift.ts'
import type { CommandName } from '../../../shared/commands/commands.ts'
import { destinationOf } from '../../../shared/commands/destination.ts'
import type { Envelope } from '../../../shared/commands/envelope.ts'
import { seenForReturn } from '../../../shared/commands/return-to-segment.ts'
import { seenForSettling } from '../../../shared/commands/settle-drift.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { DecidedField } from '../../../shared/domain/difference.ts'
import type { HistoryEvent } from '../../../shared/domain/history.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { overrule } from '../../../shared/domain/overrule.ts'
import { aCaseGroup, aLetter, aLock, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, decide, NOW, outcomeOf } from '../../make/a-command.ts'
import { aDifference } from '../../make/a-difference.ts'
import { anOrganisation, segment } from '../../make/an-organisation.ts'

const SOUTH = segment('FS_GB_MAINT_SO_MSR')
const SCR = segment('FS_GB_CCLNT_SCR')
// All nominated, so that nobody is kept from trying anything.
const everybody = anOrganisation().staff.map(member => ({ ...member, scrNominated: true }))
const organisation = anOrganisation({ staff: everybody })
const index = indexOrganisation(organisation)

const settle =
  (take: 'ours' | 'source', ...fields: readonly DecidedField[]) =>
  (group: CaseGroup) =>
    anEnvelope('settle-drift', { masterCaseNumber: group.id, fields, take }, seenForSettling(group, fields))

const steps = {
  set: ({ id, segment: here }: CaseGroup) =>
    anEnvelope(
      'set-lock',
      { masterCaseNumber: id, category: 'other-client-benefit', reviewOn: '2026-12-01' },
      { segment: here },
    ),
  keep: ({ id, lock }: CaseGroup) =>
    anEnvelope(
      'keep-lock',
      { masterCaseNumber: id, keepUntil: '2026-12-09', category: 'other-client-benefit' },
      { since: lock?.since ?? NOW, renewals: lock?.reviews.length ?? 0 },
    ),
  clear: (group: CaseGroup) =>
    anEnvelope(
      'clear-lock',
      { masterCaseNumber: group.id },
      {
        since: group.lock?.since ?? NOW,
        renewals: group.lock?.reviews.length ?? 0,
        destination: destinationOf(group, index).segment,
      },
    ),
  return: (group: CaseGroup) =>
    anEnvelope(
      'return-to-segment',
      { masterCaseNumber: group.id, clearLock: false },
      seenForReturn(group, index),
    ),
  returnUnlocked: (group: CaseGroup) =>
    anEnvelope(
      'return-to-segment',
      { masterCaseNumber: group.id, clearLock: true },
      seenForReturn(group, index),
    ),
  allocate: ({ id, team, holder }: CaseGroup) =>
    anEnvelope(
      'allocate-case-group',
      { masterCaseNumber: id, team: team ?? 'N1', holder: `${team ?? 'N1'}-2` },
      { team, holder },
    ),
  apply: (group: CaseGroup) =>
    anEnvelope('apply-allocation-drift', { masterCaseNumber: group.id }, seenForMove(group, index)),
  keepOurs: settle('ours', 'segment', 'lock'),
  takeLock: settle('source', 'lock'),
  takeSegment: settle('source', 'segment'),
  takeBoth: settle('source', 'segment', 'lock'),
} satisfies Record<string, (group: CaseGroup) => Envelope>

/** What changes without a command: a fact of the source, with what the import makes of it at once. */
const facts = {
  compliance: (group: CaseGroup) => ({ ...group, compliant: !group.compliant }),
  marker: (group: CaseGroup) => overrule({ ...group, sensitive: true }, index, NOW),
  sourceLock: (group: CaseGroup) => ({
    ...group,
    differences: [...differencesBut(group, 'lock'), otherLock(group)],
  }),
  sourceSegment: (group: CaseGroup) => ({
    ...group,
    differences: [...differencesBut(group, 'segment'), aDifference('segment', otherSegment(group))],
  }),
}

const differencesBut = ({ differences }: CaseGroup, field: DecidedField) =>
  differences.filter(each => each.field !== field)
const otherLock = ({ lock }: CaseGroup) =>
  lock ? aDifference('lock', 'off') : aDifference('lock', 'on', { sourceLock: aLock() })
const otherSegment = (group: CaseGroup) => (group.segment === SOUTH ? aCaseGroup().segment : SOUTH)

const managers = ['N1-mgr', 'S1-mgr', 'E1-mgr', 'SCR-mgr'] as const
const anyStep = fc.oneof(
  fc.tuple(fc.constantFrom(...everybody.map(({ number }) => number)), fc.constantFrom(...Object.keys(steps))),
  // Nobody else settles what drifts.
  fc.tuple(fc.constantFrom(...managers), fc.constantFrom(...Object.keys(steps))),
  fc.tuple(fc.constant(null), fc.constantFrom('compliance', 'sourceLock', 'sourceSegment')),
)
// Once it is in SCR, little moves it any more.
const aStep = fc.oneof(
  { weight: 30, arbitrary: anyStep },
  { weight: 1, arbitrary: fc.constant([null, 'marker'] as const) },
)

const endsLock: readonly HistoryEvent['kind'][] = ['lock-cleared', 'returned', 'lock-overruled']

const waysOfMoving = [
  'apply, unlocked',
  'clear, locked',
  'marker, locked',
  'marker, unlocked',
  'return, unlocked',
  'returnUnlocked, locked',
  'returnUnlocked, unlocked',
  'takeBoth, locked',
  'takeBoth, unlocked',
  'takeLock, locked',
  'takeSegment, unlocked',
]

describe('LOCK-1, LOCK-4, RTS-4, IMP-6, IMP-8: a walk of set, keep, clear, return, allocate, move and settle', () => {
  it('moves no locked group unless its lock ends with that, and then says so', () => {
    const moved = new Set<string>()
    fc.assert(
      fc.property(fc.boolean(), fc.array(aStep, { minLength: 20, maxLength: 60 }), (locked, walk) => {
        let group = aCaseGroup({ lock: locked ? aLock() : null, serviceRequests: [aRequest('1-1')] })
        for (const [actor, step] of walk) {
          const next = after(group, actor, step)
          const news = next.history.slice(0, next.history.length - group.history.length)
          const events = news.map(({ event }) => event.kind)
          if (next.segment !== group.segment) moved.add(`${step}, ${group.lock ? 'locked' : 'unlocked'}`)
          if (next.segment !== group.segment && group.lock) {
            expect(next.lock).toBeNull()
            expect(events.some(kind => endsLock.includes(kind))).toBe(true)
            expect(events.includes('lock-overruled')).toBe(step === 'marker')
          }
          if (next.sensitive) expect(next.segment).toBe(SCR)
          expect(index.bom.caseOwning.has(next.segment)).toBe(true)
          if (group.lock && next.lock) {
            expect(next.lock.since).toBe(group.lock.since)
            expect(next.lock.reviews.slice(0, group.lock.reviews.length)).toEqual(group.lock.reviews)
          }
          // What the walk forgets of the history is no part of this.
          group = { ...next, history: [] }
        }
      }),
      { numRuns: 400, seed: 5 },
    )
    // Each way of moving was taken by some walk, or it would have proved nothing.
    expect([...moved].sort()).toEqual(waysOfMoving)
  })
})

function after(group: CaseGroup, actor: string | null, step: string): CaseGroup {
  if (actor === null) return facts[step as keyof typeof facts](group)
  const left = outcomeOf(decide(steps[step as keyof typeof steps](group), actor, group, organisation))
  return typeof left === 'string' ? group : left
}

describe('LOCK-4 in whatever command leaves a group nationally sensitive', () => {
  const sensitive = aCaseGroup({ sensitive: true, lock: aLock() })

  it('sends it to SCR at once, unassigned, its lock ended, recorded as overruled by the rule', () => {
    const decision = decide(steps.keep(sensitive), 'N1-lead', sensitive, organisation)
    expect(outcomeOf(decision)).toMatchObject({
      segment: SCR,
      team: 'SCR',
      holder: null,
      lock: null,
      history: [
        { event: { kind: 'moved', to: SCR }, actor: { kind: 'rule', rule: 'ALLOC-4' } },
        { event: { kind: 'lock-overruled' }, actor: { kind: 'rule', rule: 'LOCK-4' } },
        { event: { kind: 'lock-kept' }, actor: { kind: 'person', staff: 'N1-lead' } },
      ],
    })
  })

  it('leaves the lock of a group that is there already', () => {
    const there = { ...sensitive, segment: SCR, team: null, holder: null }
    expect(outcomeOf(decide(steps.keep(there), 'SCR-mgr', there, organisation))).toMatchObject({
      segment: SCR,
      lock: { reviewOn: '2026-12-09' },
    })
  })
})

describe('LOCK-11 the lock belongs to the group', () => {
  it('survives reassignment, whole', () => {
    const locked = aCaseGroup({ lock: aLock({ reviewOn: '2026-12-01', category: 'enforcement-action' }) })
    expect(outcomeOf(decide(steps.allocate(locked), 'N1-lead', locked))).toMatchObject({
      holder: 'N1-2',
      lock: locked.lock,
    })
  })

  it('and a return that is refused for it (RTS-4)', () => {
    const locked = aCaseGroup({ lock: aLock() })
    expect(outcomeOf(decide(steps.return(locked), 'N1-lead', locked))).toContain('It is locked')
  })
})

describe('LOCK-10 a lock stops the move, not the work', () => {
  const done = { sequence: 1, name: 'Issue letter', status: 'Done' as const, doneOn: '2026-10-02' }
  // When it closes, the group is no longer compliant and belongs to enforcement.
  const locked = aCaseGroup({
    lock: aLock(),
    post: [aLetter('L1')],
    serviceRequests: [
      aRequest('1'),
      aRequest('2', { type: 'Non-compliance', flipsTo: 'compliant=N', activities: [done] }),
    ],
  })
  const worked = (group: CaseGroup, name: CommandName, args: object, saw: object = {}) => {
    const left = outcomeOf(
      decide(anEnvelope(name, { masterCaseNumber: group.id, ...args }, saw, null), 'N1-1', group),
    )
    if (typeof left === 'string') throw new Error(left)
    return left
  }
  const closed = (group: CaseGroup) =>
    worked(
      group,
      'close-service-request',
      { request: '2', outcome: 'He stopped paying.' },
      { destination: null },
    )

  it('its holder deals with its post and completes activities, and it stays as it was', () => {
    const post = worked(locked, 'complete-post', { post: 'L1' })
    expect(post).toMatchObject({ post: [{ status: 'Done' }], segment: locked.segment, lock: locked.lock })
    const activity = worked(post, 'complete-activity', { request: '1', sequence: 2 })
    expect(activity.serviceRequests[0]?.activities[1]).toMatchObject({ status: 'Done' })
    expect(activity).toMatchObject({ segment: locked.segment, holder: 'N1-1', lock: locked.lock })
  })

  it('he settles the very matter that waits: its fact takes effect, and the group does not move', () => {
    expect(closed(locked)).toMatchObject({
      compliant: false,
      segment: locked.segment,
      team: 'N1',
      holder: 'N1-1',
      lock: locked.lock,
    })
  })

  it('he clears it when the action is finished, and then it moves', () => {
    const group = closed(locked)
    const left = outcomeOf(decide(steps.clear(group), 'N1-1', group))
    expect(left).toMatchObject({ lock: null, segment: 'FS_GB_ENFMT_NO_ELC', holder: null })
  })
})
