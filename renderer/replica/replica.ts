import { type Decision, groupsIn, type Put } from '../../shared/commands/command.ts'
import type { Envelope } from '../../shared/commands/envelope.ts'
import { readsOf } from '../../shared/commands/run.ts'
import { type AggregateKind, documentName, kindIn } from '../../shared/domain/aggregate.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { MasterCaseNumber, StaffNumber } from '../../shared/domain/ids.ts'
import { isIndexed, type OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { OutboxEntry, Replica, ReplicaKind } from '../desk/desk.ts'
import { isPassing, isPending, type StoredEntry } from '../outbox/stored-entry.ts'
import { aggregatesOf } from './aggregates.ts'
import { type Base, type BaseChange, baseGroup, emptyBase, type Page, takePage } from './base.ts'
import { type GroupJournal, openGroupJournal } from './group-journal.ts'
import { confirmedIndex, decideOn, emptyOverlay, lay, type Overlay, replay } from './overlay.ts'
import { openRevisions } from './revisions.ts'

/** The replica as the desk drives it: views see only the reading half. */
export interface LiveReplica extends Replica {
  readonly base: Base
  /** Takes pages and the outbox as they are together: one change, seen whole or not at all. */
  update(pages: readonly Page[], entries: readonly StoredEntry[]): readonly BaseChange[]
  /** Adds a command behind those that are there, with what was decided of it on what is shown. */
  append(entry: StoredEntry, puts: readonly Put[]): void
  /** Does several changes and tells of them once. */
  together(changes: () => void): void
  /** Decides what is not performed yet, on what is shown. */
  decide(envelope: Envelope): Decision | undefined
  /** Whether it reads a nationally sensitive group, which is held in memory only (ACC-3). */
  isSensitive(envelope: Envelope): boolean
}

interface State {
  readonly base: Base
  readonly keeps: boolean
  readonly shown: Map<MasterCaseNumber, CaseGroup>
  readonly journal: GroupJournal
  overlay: Overlay
  /** As the hub confirmed it. */
  index: OrganisationIndex | undefined
  entries: readonly StoredEntry[]
  /** Made when asked for, once for each revision of the outbox. */
  outbox: readonly OutboxEntry[] | null
  pendingOn: ReadonlyMap<string, readonly OutboxEntry[]> | null
}

/** `keeps`: whether what waits may be kept on this device. */
export function openReplica(actor: StaffNumber, keeps = true): LiveReplica {
  const state: State = {
    base: emptyBase(),
    keeps,
    shown: new Map(),
    journal: openGroupJournal(),
    overlay: emptyOverlay(),
    index: undefined,
    entries: [],
    outbox: null,
    pendingOn: null,
  }
  const { revision, subscribe, tell, together } = openRevisions()
  return {
    ...readingOf(state),
    base: state.base,
    revision,
    subscribe,
    together,
    update(pages, entries) {
      const changes = pages.map(page => takePage(state.base, page))
      tell(rebase(state, changes, entries, actor))
      return changes
    },
    append(entry, puts) {
      setEntries(state, [...state.entries, entry])
      for (const put of puts) lay(state.overlay, put)
      const groups = groupsIn(puts)
      for (const group of groups) state.shown.set(group.id, group)
      state.journal.note(groups.map(({ id }) => id))
      tell(['outbox', ...puts.flatMap(({ kind }) => kindsOf(kind))])
    },
    decide: envelope => decideOn(state.base, state.overlay, envelope, actor),
    isSensitive: envelope =>
      readsOf(envelope).some(
        ([kind, id]) =>
          state.base.sensitive.groups.has(id as MasterCaseNumber) ||
          state.base.sensitive.aggregates.has(documentName(kind, id)),
      ),
  }
}

function readingOf(state: State): Omit<Replica, 'revision' | 'subscribe'> {
  return {
    caseGroup: id => state.shown.get(id),
    caseGroups: () => state.shown,
    changedGroups: since => state.journal.since(since),
    confirmed: id => baseGroup(state.base, id),
    organisation: () => state.overlay.index,
    aggregates: kind => aggregatesOf(state.base, state.overlay.aggregates, kind),
    outbox: () => outboxOf(state),
    pendingOn: (id, kind = 'case-group') => pendingOf(state).get(documentName(kind, id)) ?? [],
  }
}

/** Replays what is pending over the base as it is now; costs what is touched. Says what is shown otherwise. */
function rebase(
  state: State,
  changes: readonly BaseChange[],
  entries: readonly StoredEntry[],
  actor: StaffNumber,
): readonly ReplicaKind[] {
  const patched = changes.some(
    ({ organisation, groups, aggregates }) => organisation || groups.size > 0 || aggregates.size > 0,
  )
  if (!patched && entries === state.entries) return []
  const before = state.overlay
  const waited = entries !== state.entries || entries.length > 0
  if (changes.some(changesIndex)) state.index = confirmedIndex(state.base)
  state.overlay = emptyOverlay(state.index)
  setEntries(state, entries)
  replay(state.base, state.overlay, entries.filter(isPending), actor)
  const touched = [
    ...changes.flatMap(({ groups }) => [...groups]),
    ...before.groups.keys(),
    ...state.overlay.groups.keys(),
  ]
  let shown = false
  for (const id of touched) shown = show(state, id) || shown
  // Those too of which only what the hub confirmed is another: lists show that (`caseloadOf`).
  state.journal.note(touched)
  const kinds = new Set<ReplicaKind>(aggregateKinds(changes, before, state.overlay))
  if (shown) kinds.add('case-group')
  if (waited) kinds.add('outbox')
  if (before.index !== state.overlay.index) kinds.add('organisation')
  return [...kinds]
}

const changesIndex = ({ organisation, aggregates }: BaseChange) =>
  organisation || [...aggregates].some(name => isIndexed(kindIn(name)))

/** A rota or the calendar changes what is read as the organisation. */
const kindsOf = (kind: Put['kind']): readonly ReplicaKind[] =>
  isIndexed(kind) ? [kind, 'organisation'] : [kind]

function aggregateKinds(
  changes: readonly BaseChange[],
  before: Overlay,
  after: Overlay,
): readonly AggregateKind[] {
  const names = [
    ...changes.flatMap(({ aggregates }) => [...aggregates]),
    ...before.aggregates.keys(),
    ...after.aggregates.keys(),
  ]
  return names.map(kindIn)
}

function setEntries(state: State, entries: readonly StoredEntry[]): void {
  state.entries = entries
  state.outbox = null
  state.pendingOn = null
}

function show({ base, overlay, shown }: State, id: MasterCaseNumber): boolean {
  const group = overlay.groups.get(id) ?? baseGroup(base, id)
  if (group === shown.get(id)) return false
  if (group) shown.set(id, group)
  else shown.delete(id)
  return true
}

function outboxOf(state: State): readonly OutboxEntry[] {
  state.outbox ??= state.entries.map(entry => viewOf(entry, state))
  return state.outbox
}

function viewOf({ seq, envelope, sensitive, refused }: StoredEntry, { overlay, keeps }: State): OutboxEntry {
  const doubt = overlay.doubts.get(seq)
  const kept = !isPassing({ sensitive }, keeps)
  if (refused) return { seq, envelope, state: { kind: 'refused', ...refused, kept } }
  return {
    seq,
    envelope,
    state: doubt === undefined ? { kind: 'waiting', kept } : { kind: 'in-doubt', reason: doubt, kept },
  }
}

function pendingOf(state: State): ReadonlyMap<string, readonly OutboxEntry[]> {
  if (state.pendingOn) return state.pendingOn
  const found = new Map<string, OutboxEntry[]>()
  for (const entry of outboxOf(state)) {
    if (entry.state.kind === 'refused') continue
    for (const [kind, id] of readsOf(entry.envelope)) {
      if (kind === 'organisation') continue
      const name = documentName(kind, id)
      const on = found.get(name)
      if (on) on.push(entry)
      else found.set(name, [entry])
    }
  }
  state.pendingOn = found
  return found
}
