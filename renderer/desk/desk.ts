import type { Decision } from '../../shared/commands/command.ts'
import type { CommandName } from '../../shared/commands/commands.ts'
import type { Envelope } from '../../shared/commands/envelope.ts'
import type { AggregateKind, AggregateOf } from '../../shared/domain/aggregate.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { BatchId, CommandId, MasterCaseNumber } from '../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { HubErrorCode } from '../../shared/sync/hub-error.ts'
import type { CommandResult } from '../../shared/sync/push.ts'
import type { Drafts } from '../drafts/draft.ts'
import type { Identity } from '../home/home.ts'
import type { Unreadable } from '../outbox/outbox.ts'
import type { ReadTrail } from '../read-trail/read-trail.ts'
import type { GroupChanges } from '../replica/group-journal.ts'

/** What a query reads; a view that names it is drawn again when that changes. */
export type ReplicaKind = 'case-group' | 'organisation' | 'outbox' | AggregateKind

/** Not kept: in memory only, because the device may not have it. */
export type EntryState =
  /** Not at the hub, as far as is known here. */
  | { readonly kind: 'waiting'; readonly kept: boolean }
  /** Replayed over what is true now it would be refused; it is still sent. */
  | { readonly kind: 'in-doubt'; readonly reason: string; readonly kept: boolean }
  /** The hub said no: a piece of work in Needs you until it is dealt with. */
  | {
      readonly kind: 'refused'
      readonly result: Extract<CommandResult, { kind: 'refused' }>
      readonly at: Instant
      readonly kept: boolean
    }

/** A command of this person on this device that is not done yet, or was refused. */
export interface OutboxEntry {
  readonly seq: number
  readonly envelope: Envelope
  readonly state: EntryState
}

/** One thing a view asks for; ids and times are added by the desk. */
export interface CommandRequest {
  readonly name: CommandName
  readonly args: unknown
  readonly saw: unknown
}

export interface Replica {
  /** As the person sees it: what the hub confirmed, with his pending commands replayed over it. */
  caseGroup(id: MasterCaseNumber): CaseGroup | undefined
  caseGroups(): ReadonlyMap<MasterCaseNumber, CaseGroup>
  /** Which of them, or of those confirmed, are others since the mark of the last answer; null: from the start. */
  changedGroups(since: number | null): GroupChanges
  /** The same without what is pending: what the hub confirmed. */
  confirmed(id: MasterCaseNumber): CaseGroup | undefined
  /** Undefined until the first page has come. */
  organisation(): OrganisationIndex | undefined
  /** All of a kind, as the person sees them, by id. */
  aggregates<Kind extends AggregateKind>(kind: Kind): ReadonlyMap<string, AggregateOf<Kind>>
  /** Newest last. */
  outbox(): readonly OutboxEntry[]
  /** Waiting commands on a group, or on an aggregate of a kind: it is drawn as intended, not done. */
  pendingOn(id: string, kind?: 'case-group' | AggregateKind): readonly OutboxEntry[]
  /** Goes up with each change of the kind. */
  revision(kind: ReplicaKind): number
  subscribe(listener: () => void): () => void
}

export type SyncState =
  | { readonly kind: 'loading'; readonly documents: number }
  | { readonly kind: 'connected' }
  | { readonly kind: 'offline'; readonly since: Instant }
  /** What comes is taken; what waits cannot be sent, because this device does not keep what it must before. */
  | { readonly kind: 'stuck' }
  /** The hub answered something that waiting does not mend: told in a sentence. */
  | { readonly kind: 'stopped'; readonly code: HubErrorCode; readonly reason: string }

/** What the hub does not have of a person who leaves. */
export interface Left {
  /** How many changes stay here, sealed until the same person signs in again. */
  readonly waiting: number
  /** Those that could be held in memory only: they go with it. */
  readonly lost: readonly Lost[]
}

export interface Lost {
  readonly made: Instant
  /** The hub said no, and nobody dealt with it; else it did not confirm it. */
  readonly refused: boolean
}

/** All that views use. Nothing here waits for the hub. */
export interface Desk {
  readonly identity: Identity
  readonly replica: Replica
  /** What is written and not asked for yet. */
  readonly drafts: Drafts
  /** What he reads in full that is to be known. */
  readonly readTrail: ReadTrail
  /** The changes that wait here and cannot be read any more. */
  readonly unreadable: Unreadable
  /** Those that waited here and that this device has lost, until their person has looked. */
  lost(): Unreadable
  /** Their person has looked at what he did. */
  forgetLost(): Promise<void>
  sync(): SyncState
  /** When the hub last answered a pull in full; undefined before the first. */
  asOf(): Instant | undefined
  subscribeSync(listener: () => void): () => void
  /** What would happen, decided by the command itself on what is held here. */
  preview(request: CommandRequest, reason: string | null): Decision
  /**
   * Does them: the replica shows them at once, the promise resolves when they are durable in the outbox.
   * Several get one batch id and one write. Those that `preview` refuses are not stored; they come back.
   */
  perform(
    requests: readonly CommandRequest[],
    reason: string | null,
  ): Promise<{
    readonly batch: BatchId
    readonly stored: readonly CommandId[]
    readonly refused: readonly Decision[]
  }>
  /** Undo while it waits: takes commands out of the outbox that were not sent yet; says which went. */
  takeBack(ids: readonly CommandId[]): Promise<readonly CommandId[]>
  /** The person dealt with a refused one. */
  settle(id: CommandId): Promise<void>
  /** Pull now, without waiting for a poke. */
  refresh(): void
  /** What would be lost is sent first, where the hub takes it. */
  signOut(): Promise<Left>
  /** The same, whether or not the hub is in reach; waits for it a few seconds only, and rejects for nothing. */
  lock(): Promise<Left>
}
