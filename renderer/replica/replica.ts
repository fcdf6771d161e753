import type { Decision } from '../../shared/commands/command.ts'
import type { Envelope } from '../../shared/commands/envelope.ts'
import { readsOf } from '../../shared/commands/run.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { MasterCaseNumber, StaffNumber } from '../../shared/domain/ids.ts'
import { indexOrganisation } from '../../shared/domain/organisation-index.ts'
import type { OutboxEntry, Replica, ReplicaKind } from '../desk/desk.ts'
import { isPending, type StoredEntry } from '../outbox/stored-entry.ts'
import {
  type Base,
  type BaseChange,
  baseGroup,
  baseOrganisation,
  emptyBase,
  type Page,
  takePage,
} from './base.ts'
import { decideOn, emptyOverlay, type Overlay, replay } from './overlay.ts'
import { openRevisions } from './revisions.ts'

/** The replica as the desk drives it: views see only the reading half. */
export interface LiveReplica extends Replica {
  readonly base: Base
  /** Takes pages and the outbox as they are together: one change, seen whole or not at all. */
  update(pages: readonly Page[], entries: readonly StoredEntry[]): readonly BaseChange[]
  /** Adds a command behind those that are there, with what was decided of it on what is shown. */
  append(entry: StoredEntry, puts: readonly CaseGroup[]): void
  /** Does several changes and tells of them once. */
  together(changes: () => void): void
  /** Decides what is not performed yet, on what is shown. */
  decide(envelope: Envelope): Decision | undefined
  /** Whether it reads a nationally sensitive group, which is held in memory only (ACC-3). */
  isSensitive(envelope: Envelope): boolean
}

interface State {
  readonly base: Base
  readonly shown: Map<MasterCaseNumber, CaseGroup>
  overlay: Overlay
  entries: readonly StoredEntry[]
  /** Made when asked for, once for each revision of the outbox. */
  outbox: readonly OutboxEntry[] | null
  pendingOn: ReadonlyMap<string, readonly OutboxEntry[]> | null
}

export function openReplica(actor: StaffNumber): LiveReplica {
  const state: State = {
    base: emptyBase(),
    shown: new Map(),
    overlay: emptyOverlay(),
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
      for (const group of puts) {
        state.overlay.groups.set(group.id, group)
        state.shown.set(group.id, group)
      }
      tell(['case-group', 'outbox'])
    },
    decide: envelope => decideOn(state.base, state.overlay, envelope, actor),
    isSensitive: envelope =>
      readsOf(envelope).some(([, id]) => state.base.sensitive.groups.has(id as MasterCaseNumber)),
  }
}

function readingOf(state: State): Omit<Replica, 'revision' | 'subscribe'> {
  return {
    caseGroup: id => state.shown.get(id),
    caseGroups: () => state.shown,
    confirmed: id => baseGroup(state.base, id),
    organisation() {
      const organisation = baseOrganisation(state.base)
      return organisation && indexOrganisation(organisation)
    },
    outbox: () => outboxOf(state),
    pendingOn: id => pendingOf(state).get(id) ?? [],
  }
}

/** Replays what is pending over the base as it is now; costs what is touched. Says what is shown otherwise. */
function rebase(
  state: State,
  changes: readonly BaseChange[],
  entries: readonly StoredEntry[],
  actor: StaffNumber,
): readonly ReplicaKind[] {
  const organisation = changes.some(change => change.organisation)
  const patched = organisation || changes.some(({ groups }) => groups.size > 0)
  if (!patched && entries === state.entries) return []
  const before = state.overlay
  const waited = entries !== state.entries || entries.length > 0
  state.overlay = emptyOverlay()
  setEntries(state, entries)
  replay(state.base, state.overlay, entries.filter(isPending), actor)
  let shown = false
  for (const ids of [
    ...changes.map(({ groups }) => groups),
    before.groups.keys(),
    state.overlay.groups.keys(),
  ]) {
    for (const id of ids) shown = show(state, id) || shown
  }
  const kinds = { 'case-group': shown, organisation, outbox: waited }
  return (Object.keys(kinds) as ReplicaKind[]).filter(kind => kinds[kind])
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
  state.outbox ??= state.entries.map(entry => viewOf(entry, state.overlay))
  return state.outbox
}

function viewOf({ seq, envelope, refused }: StoredEntry, { doubts }: Overlay): OutboxEntry {
  const doubt = doubts.get(seq)
  if (refused) return { seq, envelope, state: { kind: 'refused', ...refused } }
  return {
    seq,
    envelope,
    state: doubt === undefined ? { kind: 'waiting' } : { kind: 'in-doubt', reason: doubt },
  }
}

function pendingOf(state: State): ReadonlyMap<string, readonly OutboxEntry[]> {
  if (state.pendingOn) return state.pendingOn
  const found = new Map<string, OutboxEntry[]>()
  for (const entry of outboxOf(state)) {
    if (entry.state.kind === 'refused') continue
    for (const [kind, id] of readsOf(entry.envelope)) {
      if (kind !== 'case-group') continue
      const on = found.get(id)
      if (on) on.push(entry)
      else found.set(id, [entry])
    }
  }
  state.pendingOn = found
  return found
}
