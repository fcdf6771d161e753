import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newEntry, type StoredEntry } from '../../../renderer/outbox/stored-entry.ts'
import { openGroupJournal } from '../../../renderer/replica/group-journal.ts'
import { confirmedIndex, emptyOverlay, replay } from '../../../renderer/replica/overlay.ts'
import { type LiveReplica, openReplica } from '../../../renderer/replica/replica.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import { type Caseload, caseloadAfter, caseloadOf } from '../../../shared/queries/caseload.ts'
import { type Changes, changesBetween } from '../../../shared/queries/rows-after.ts'
import { aCaseGroup, aLock, number } from '../../make/a-case-group.ts'
import { anEnvelope, aReturn, NOW } from '../../make/a-command.ts'
import { aFirstReply, aPart, aReply, leader, put, remove } from '../support/a-page.ts'

const group = aCaseGroup()
const other = aCaseGroup({ id: number('10000002'), holder: 'N1-2' as StaffNumber })

function aReplica(...groups: readonly CaseGroup[]): LiveReplica {
  const replica = openReplica(leader)
  replica.update([aFirstReply(...groups)], [])
  return replica
}

function perform(replica: LiveReplica, seq: number, envelope = aReturn(group)): StoredEntry {
  const decision = replica.decide(envelope)
  if (!decision?.ok) throw new Error('It was refused.')
  const entry = newEntry(seq, envelope)
  replica.append(entry, decision.puts)
  return entry
}

const states = (replica: LiveReplica) => replica.outbox().map(({ state }) => state.kind)

describe('a command that waits', () => {
  it('is shown over what the hub confirmed, on its group alone', () => {
    const replica = aReplica(group, other)
    perform(replica, 1)
    expect(replica.caseGroup(group.id)?.holder).toBeNull()
    expect(replica.caseGroups().get(group.id)?.holder).toBeNull()
    expect(replica.confirmed(group.id)).toBe(group)
    expect(replica.caseGroup(other.id)).toBe(other)
    expect([replica.pendingOn(group.id).length, replica.pendingOn(other.id).length]).toEqual([1, 0])
  })

  it('keeps its effect until the pull that brings it, and then it is the hub’s', () => {
    const replica = aReplica(group)
    const entry = perform(replica, 1)
    replica.update([], [entry])
    expect(replica.caseGroup(group.id)?.holder).toBeNull()
    const done = { ...group, holder: null }
    replica.update([aReply([put(done)])], [])
    expect(replica.caseGroup(group.id)).toBe(done)
    expect(replica.pendingOn(group.id)).toEqual([])
  })

  it('is in doubt when the facts under it have changed, and the hub’s word is shown', () => {
    const replica = aReplica(group)
    const entry = perform(replica, 1)
    const moved = { ...group, holder: 'N1-2' as StaffNumber }
    replica.update([aReply([put(moved)])], [entry])
    expect(states(replica)).toEqual(['in-doubt'])
    expect(replica.caseGroup(group.id)).toBe(moved)
  })

  it('is told to be in memory only where it is, in doubt or refused too (ACC-3)', () => {
    const replica = aReplica(group)
    const entry = perform(replica, 1)
    const refusal = { kind: 'changed', reason: 'Too late.' } as const
    const refused = { result: { kind: 'refused', refusal }, at: NOW } as const
    const moved = { ...group, holder: 'N1-2' as StaffNumber }
    for (const sensitive of [true, false]) {
      replica.update([aReply([put(moved)])], [{ ...entry, sensitive }])
      expect(replica.outbox()).toMatchObject([{ state: { kind: 'in-doubt', kept: !sensitive } }])
      replica.update([], [{ ...entry, sensitive, refused }])
      expect(replica.outbox()).toMatchObject([{ state: { kind: 'refused', kept: !sensitive } }])
    }
  })

  it('stays when its group has left sight, in doubt, to be decided by the hub', () => {
    const replica = aReplica(group)
    const entry = perform(replica, 1)
    replica.update([aReply([remove(group.id)])], [entry])
    expect(replica.caseGroup(group.id)).toBeUndefined()
    expect(states(replica)).toEqual(['in-doubt'])
  })

  it('shows nothing any more once it was refused, and waits for its person', () => {
    const replica = aReplica(group)
    const entry = perform(replica, 1)
    const result = { kind: 'refused', refusal: { kind: 'changed', reason: 'No.' } } as const
    replica.update([], [{ ...entry, refused: { result, at: '2026-11-21T10:00:00Z' } }])
    expect(states(replica)).toEqual(['refused'])
    expect(replica.caseGroup(group.id)).toBe(group)
    expect(replica.pendingOn(group.id)).toEqual([])
  })

  it('waits without a word before anything has come from the hub', () => {
    const replica = openReplica(leader)
    replica.update([], [newEntry(1, aReturn(group))])
    expect(states(replica)).toEqual(['waiting'])
    replica.update([aFirstReply(group)], [newEntry(1, aReturn(group))])
    expect(replica.caseGroup(group.id)?.holder).toBeNull()
  })
})

describe('whoever listens', () => {
  it('is told once of several commands, and only of the kinds that changed', () => {
    const replica = aReplica(group, other)
    const before = (['case-group', 'organisation', 'outbox'] as const).map(replica.revision)
    let told = 0
    const stop = replica.subscribe(() => told++)
    replica.together(() => {
      perform(replica, 1)
      perform(replica, 2, aReturn(other))
    })
    const after = (['case-group', 'organisation', 'outbox'] as const).map(replica.revision)
    expect(after.map((revision, at) => revision - (before[at] ?? 0))).toEqual([1, 0, 1])
    stop()
    replica.update([], [])
    expect(told).toBe(1)
  })

  it('is not told of a pull that brought nothing', () => {
    const entries: readonly StoredEntry[] = []
    const replica = openReplica(leader)
    replica.update([aFirstReply(group)], entries)
    let told = 0
    replica.subscribe(() => told++)
    replica.update([aReply([])], entries)
    expect(told).toBe(0)
  })
})

describe('ACC-3 a command on a sensitive group', () => {
  it('is told from others', () => {
    const secret = aCaseGroup({ id: number('7'), sensitive: true })
    const replica = aReplica(group)
    replica.update(
      [
        {
          ...aReply([]),
          sensitive: aPart([put(secret, ['scr/team:N1' as never])], { grants: ['scr/team:N1' as never] }),
        },
      ],
      [],
    )
    expect([replica.isSensitive(aReturn(secret)), replica.isSensitive(aReturn(group))]).toEqual([true, false])
  })
})

const ids = ['1', '2', '3'].map(number)
const anyGroup = fc.record({
  id: fc.constantFrom(...ids),
  holder: fc.constantFrom('N1-1', 'N1-2', null) as fc.Arbitrary<StaffNumber | null>,
  locked: fc.boolean(),
})
type Facts = typeof anyGroup extends fc.Arbitrary<infer Value> ? Value : never
const groupOf = ({ id, holder, locked }: Facts) => aCaseGroup({ id, holder, lock: locked ? aLock() : null })

const anyEvent = fc.oneof(
  fc.record({ kind: fc.constant('patch' as const), group: anyGroup }),
  fc.record({ kind: fc.constant('remove' as const), id: fc.constantFrom(...ids) }),
  fc.record({ kind: fc.constant('return' as const), id: fc.constantFrom(...ids), clearLock: fc.boolean() }),
  fc.record({
    kind: fc.constant('allocate' as const),
    id: fc.constantFrom(...ids),
    holder: fc.constantFrom('N1-1', 'N1-2'),
  }),
  fc.record({ kind: fc.constant('confirm' as const) }),
)
type Event = typeof anyEvent extends fc.Arbitrary<infer Value> ? Value : never

function commandOf(event: Event, replica: LiveReplica) {
  if (event.kind !== 'return' && event.kind !== 'allocate') return undefined
  const shown = replica.caseGroup(event.id)
  if (!shown) return undefined
  if (event.kind === 'return') return aReturn(shown, event.clearLock)
  const { team, holder } = shown
  return anEnvelope(
    'allocate-case-group',
    { masterCaseNumber: shown.id, team: 'N1', holder: event.holder },
    { team, holder },
  )
}

describe('rebase', () => {
  it('leaves what a replay of everything from scratch would, whatever came in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 25 }), events => {
        for (const { replica, waiting } of walked(events)) expectReplayed(replica, waiting)
      }),
    )
  })
})

describe('what it says has changed of the case groups', () => {
  it('is all that lists have to read again, however seldom they are read', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEvent, fc.boolean()), { maxLength: 25 }), steps => {
        let [mark, caseload] = [null as number | null, null as Caseload | null]
        const reads = steps.map(([, isRead]) => isRead)
        for (const { replica } of walked(steps.map(([event]) => event))) {
          if (!reads.shift()) continue
          const pending = new Set(ids.filter(id => replica.pendingOn(id).length > 0))
          const held = { shown: replica.caseGroups(), pending, confirmed: replica.confirmed }
          const changed = replica.changedGroups(mark)
          const whole = caseloadOf(held)
          const next: Caseload = caseload && changed.ids ? caseloadAfter(caseload, changed.ids, held) : whole
          expect(next.groups.length).toBe(whole.groups.length)
          for (const [place, group] of whole.groups.entries()) expect(next.groups[place]).toBe(group)
          expect(next.intended).toEqual(pending)
          if (caseload && next.since?.groups === caseload.groups) {
            expectSame(next.since.changes, changesBetween(caseload.groups, next.groups))
          } else if (caseload && changed.ids) expect(next.groups).toBe(caseload.groups)
          ;[mark, caseload] = [changed.mark, next]
        }
      }),
    )
  })

  it('is not told one by one where it is very much, or long ago', () => {
    const journal = openGroupJournal()
    expect(journal.since(null)).toEqual({ mark: 0, ids: null })
    journal.note([number('1'), number('2')])
    expect(journal.since(0)).toEqual({ mark: 2, ids: new Set(['1', '2']) })
    journal.note(Array.from({ length: 2_000 }, (_, at) => number(String(at))))
    const { mark, ids } = journal.since(2)
    expect([mark, ids]).toEqual([2_002, null])
    journal.note([number('3')])
    expect(journal.since(mark)).toEqual({ mark: 2_003, ids: new Set(['3']) })
  })
})

/** The replica after each event, with what waits then. */
function* walked(events: readonly Event[]) {
  const replica = aReplica(...ids.map(id => aCaseGroup({ id })))
  let waiting: readonly StoredEntry[] = []
  for (const [at, event] of events.entries()) {
    const command = commandOf(event, replica)
    const decision = command && replica.decide(command)
    if (command && decision?.ok) {
      const entry = newEntry(at + 1, command)
      replica.append(entry, decision.puts)
      waiting = [...waiting, entry]
    } else if (event.kind === 'patch') replica.update([aReply([put(groupOf(event.group))])], waiting)
    else if (event.kind === 'remove') replica.update([aReply([remove(event.id)])], waiting)
    else if (event.kind === 'confirm') {
      waiting = waiting.slice(1)
      replica.update([], waiting)
    }
    yield { replica, waiting }
  }
}

function expectSame(one: Changes, other: Changes): void {
  expect(one.gone).toEqual(other.gone)
  expect(new Set(one.come)).toEqual(new Set(other.come))
}

function expectReplayed(replica: LiveReplica, waiting: readonly StoredEntry[]): void {
  const overlay = emptyOverlay(confirmedIndex(replica.base))
  replay(replica.base, overlay, waiting, leader)
  const base = [...replica.base.caseload.groups].map(([id, { document }]) => [id, document] as const)
  expect(new Map(replica.caseGroups())).toEqual(new Map([...base, ...overlay.groups]))
  expect(replica.outbox().map(({ seq }) => seq)).toEqual(waiting.map(({ seq }) => seq))
  const doubts = replica.outbox().filter(({ state }) => state.kind === 'in-doubt')
  expect(doubts.map(({ seq }) => seq)).toEqual([...overlay.doubts.keys()])
}
