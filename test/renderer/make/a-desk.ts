import type { CommandRequest, Desk, OutboxEntry, SyncState } from '../../../renderer/desk/desk.ts'
import { heldDrafts, noShelf } from '../../../renderer/drafts/held-drafts.ts'
import type { ReadTrail } from '../../../renderer/read-trail/read-trail.ts'
import type { Decision } from '../../../shared/commands/command.ts'
import type { Envelope } from '../../../shared/commands/envelope.ts'
import { readsOf, run } from '../../../shared/commands/run.ts'
import type { AdviceRequest } from '../../../shared/domain/advice.ts'
import {
  type Aggregate,
  type AggregateKind,
  type AggregateOf,
  documentName,
} from '../../../shared/domain/aggregate.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { DataException } from '../../../shared/domain/data-exception.ts'
import type {
  BatchId,
  ClientId,
  CommandId,
  MasterCaseNumber,
  StaffNumber,
} from '../../../shared/domain/ids.ts'
import type { Organisation } from '../../../shared/domain/organisation.ts'
import { indexOrganisation, indexWith } from '../../../shared/domain/organisation-index.ts'
import type { OwnIncident } from '../../../shared/domain/own-incident.ts'
import type { RecoveryRequest } from '../../../shared/domain/recovery-request.ts'
import type { Rota } from '../../../shared/domain/rota.ts'

export interface DeskInMemory extends Desk {
  /** The hub takes everything that waits. */
  accept(): void
  /** What waits is on its way to the hub: too late to take it back. */
  handOver(only?: CommandId): void
  /** The hub refuses everything that waits. */
  refuse(reason: string): void
  /** Somebody else changes it. */
  put(document: CaseGroup | Rota): void
  /** A group leaves the person's sight, and what waited on it with it. */
  lose(id: string): void
  become(sync: SyncState): void
}

interface Given {
  readonly actor: string
  /** Whether the device may keep what waits. */
  readonly keeps?: boolean
  readonly groups: readonly CaseGroup[]
  readonly recoveries?: readonly RecoveryRequest[]
  readonly incidents?: readonly OwnIncident[]
  readonly advice?: readonly AdviceRequest[]
  readonly exceptions?: readonly DataException[]
  readonly rotas?: readonly Rota[]
  readonly organisation: Organisation
  /** What the clock of the desk says; a text: always the same. */
  readonly now?: string | (() => string)
}

const nameOf = ({ kind, id }: Aggregate) => documentName(kind, id)

/** A hub that records whatever is opened. */
function anOpenTrail(): ReadTrail {
  const opened = new Set<string>()
  return {
    isOpen: id => opened.has(id),
    async open(ids) {
      for (const id of ids) opened.add(id)
      return true
    },
    note() {},
    readers: async () => [],
    flush: async () => {},
    idle: async () => {},
    close() {},
  }
}

/** A desk without a hub: real documents, real commands, everything in memory. */
export function aDesk({
  actor,
  groups,
  recoveries = [],
  incidents = [],
  advice = [],
  exceptions = [],
  rotas = [],
  organisation,
  now: clock = '2026-11-21T09:30:00.000Z',
  keeps = true,
}: Given): DeskInMemory {
  const plain = indexOrganisation(organisation)
  let index = indexWith(plain, rotas)
  const now = typeof clock === 'string' ? () => clock : clock
  const number = actor as StaffNumber
  const base = new Map(groups.map(group => [group.id, group]))
  const asked = new Map<string, Aggregate>(
    [...recoveries, ...incidents, ...advice, ...exceptions, ...rotas].map(each => [nameOf(each), each]),
  )
  const listeners = new Set<() => void>()
  const syncListeners = new Set<() => void>()
  let outbox: readonly OutboxEntry[] = []
  let shown = base as ReadonlyMap<MasterCaseNumber, CaseGroup>
  let shownAsked: ReadonlyMap<string, Aggregate> = asked
  let revision = 0
  let sync: SyncState = { kind: 'connected' }
  let made = 0
  let handed: ReadonlySet<CommandId> = new Set()

  const ask = ({ name, args, saw }: CommandRequest, reason: string | null): Envelope => ({
    id: `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}` as CommandId,
    name,
    args,
    saw,
    issuedAt: now(),
    reason,
    batch: null,
  })
  const decide = (
    envelope: Envelope,
    held: ReadonlyMap<MasterCaseNumber, CaseGroup>,
    heldAsked: ReadonlyMap<string, Aggregate>,
  ): Decision =>
    run(envelope, number, now(), {
      caseGroup: id => held.get(id),
      aggregate: <Kind extends AggregateKind>(kind: Kind, id: string) =>
        heldAsked.get(documentName(kind, id)) as AggregateOf<Kind> | undefined,
      organisation: () => index,
    })
  const waiting = () => outbox.filter(({ state }) => state.kind !== 'refused')
  const replay = () => {
    const overlay = new Map(base)
    const askedOverlay = new Map(asked)
    for (const { envelope } of waiting()) {
      const decision = decide(envelope, overlay, askedOverlay)
      if (!decision.ok) continue
      for (const put of decision.puts) {
        if (put.kind === 'case-group') overlay.set(put.id, put)
        else askedOverlay.set(nameOf(put), put)
      }
    }
    shown = waiting().length === 0 ? new Map(base) : overlay
    shownAsked = askedOverlay
    index = indexWith(plain, [...askedOverlay.values()])
    revision++
    for (const listener of [...listeners]) listener()
  }
  const groupOf = ({ envelope }: OutboxEntry) =>
    (envelope.args as { readonly masterCaseNumber: MasterCaseNumber }).masterCaseNumber

  return {
    identity: {
      staffNumber: number,
      name: index.staff.get(number)?.name ?? actor,
      demo: true,
      clientId: '00000000-0000-4000-8000-000000000000' as ClientId,
      dataKey: null,
      cacheKey: null,
      idleSeconds: 900,
      until: Number.MAX_SAFE_INTEGER,
    },
    replica: {
      caseGroup: id => shown.get(id),
      caseGroups: () => shown,
      changedGroups: () => ({ mark: 0, ids: null }),
      confirmed: id => base.get(id),
      organisation: () => index,
      aggregates: <Kind extends AggregateKind>(kind: Kind) => {
        const found = [...shownAsked.values()].filter(each => each.kind === kind)
        return new Map(found.map(each => [each.id as string, each as AggregateOf<Kind>]))
      },
      outbox: () => outbox,
      pendingOn: (id, kind = 'case-group') =>
        waiting().filter(entry => readsOf(entry.envelope).some(key => key[0] === kind && key[1] === id)),
      revision: () => revision,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    drafts: heldDrafts([], noShelf),
    readTrail: anOpenTrail(),
    unreadable: [],
    lost: () => [],
    forgetLost: async () => {},
    sync: () => sync,
    asOf: now,
    subscribeSync(listener) {
      syncListeners.add(listener)
      return () => syncListeners.delete(listener)
    },
    preview: (request, reason) => decide(ask(request, reason), shown, shownAsked),
    async perform(requests, reason) {
      const stored: CommandId[] = []
      const refused: Decision[] = []
      for (const request of requests) {
        const envelope = ask(request, reason)
        const decision = decide(envelope, shown, shownAsked)
        if (decision.ok) {
          outbox = [...outbox, { seq: made, envelope, state: { kind: 'waiting', kept: keeps } }]
          stored.push(envelope.id)
        } else refused.push(decision)
      }
      replay()
      return { batch: 'batch' as BatchId, stored, refused }
    },
    async takeBack(ids) {
      const taken = waiting().filter(({ envelope }) => ids.includes(envelope.id) && !handed.has(envelope.id))
      outbox = outbox.filter(entry => !taken.includes(entry))
      replay()
      return taken.map(({ envelope }) => envelope.id)
    },
    async settle(id) {
      outbox = outbox.filter(({ envelope }) => envelope.id !== id)
      replay()
    },
    refresh: () => undefined,
    signOut: async () => ({ waiting: 0, lost: [] }),
    lock: async () => ({ waiting: 0, lost: [] }),
    accept() {
      for (const entry of waiting()) {
        const group = shown.get(groupOf(entry))
        if (group) base.set(group.id, group)
        for (const [name, each] of shownAsked) asked.set(name, each)
      }
      outbox = outbox.filter(({ state }) => state.kind === 'refused')
      replay()
    },
    handOver(only) {
      handed = new Set(only ? [only] : waiting().map(({ envelope }) => envelope.id))
    },
    refuse(reason) {
      const result = { kind: 'refused', refusal: { kind: 'changed', reason } } as const
      outbox = outbox.map(entry => ({ ...entry, state: { kind: 'refused', result, at: now(), kept: keeps } }))
      replay()
    },
    put(document) {
      if (document.kind === 'case-group') base.set(document.id, document)
      else asked.set(nameOf(document), document)
      replay()
    },
    lose(id) {
      base.delete(id as MasterCaseNumber)
      outbox = outbox.filter(entry => groupOf(entry) !== id || entry.state.kind === 'refused')
      replay()
    },
    become(next) {
      sync = next
      for (const listener of [...syncListeners]) listener()
    },
  }
}
