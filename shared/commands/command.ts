import type { z } from 'zod'
import type { Aggregate, AggregateKey, AggregateKind, AggregateOf } from '../domain/aggregate.ts'
import type { CaseGroup } from '../domain/case-group.ts'
import type { BatchId, CommandId, MasterCaseNumber, StaffNumber, TeamId } from '../domain/ids.ts'
import type { Organisation } from '../domain/organisation.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { recoveryIdOf } from '../domain/recovery-request.ts'
import type { Instant, PlainDate } from '../domain/time.ts'

/** What the hub keeps, locks, sends and the desk holds, whole. */
export type Document = CaseGroup | Organisation | Aggregate

/** What a command can write; the organisation comes with the extract. */
export type Put = CaseGroup | Aggregate

export type DocumentKey =
  | readonly ['case-group', MasterCaseNumber]
  | readonly ['organisation', 'organisation']
  | AggregateKey

/** The documents a command asked for. The desk takes them from maps, the hub from locked rows. */
export interface Snapshot {
  caseGroup(id: MasterCaseNumber): CaseGroup | undefined
  organisation(): OrganisationIndex
  aggregate<Kind extends AggregateKind>(
    kind: Kind,
    id: AggregateOf<Kind>['id'],
  ): AggregateOf<Kind> | undefined
}

export interface Context {
  readonly actor: StaffNumber
  /** The absent leader whose place the actor takes; null: he acts in his own right (TEAM-3). */
  readonly onBehalfOf: StaffNumber | null
  /** The envelope's issue time in the desk, replays too; the hub's own in the hub. */
  readonly now: Instant
  /** The London date of `now`. */
  readonly today: PlainDate
  /** The envelope's: it names the record that a command makes. */
  readonly command: CommandId
  /** When the person acted, by the clock of his desk. */
  readonly issuedAt: Instant
  readonly reason: string | null
  readonly batch: BatchId | null
}

/** Why a command did not happen, in words that the person can act on. */
export interface Refusal {
  readonly kind: 'not-found' | 'not-allowed' | 'changed' | 'not-possible' | 'not-understood'
  readonly reason: string
}

export type Decision =
  | { readonly ok: true; readonly puts: readonly Put[] }
  | { readonly ok: false; readonly refusal: Refusal }

export const accept = (...puts: readonly Put[]): Decision => ({ ok: true, puts })
export const refuse = (kind: Refusal['kind'], reason: string): Decision => ({
  ok: false,
  refusal: { kind, reason },
})

/** The case groups among what was decided. */
export const groupsIn = (puts: readonly Put[]): readonly CaseGroup[] =>
  puts.filter(put => put.kind === 'case-group')

/** What a command on one case group looks at: the group, the organisation, and what follows the group. */
export const readsGroup = (args: { readonly masterCaseNumber: MasterCaseNumber }): readonly DocumentKey[] => [
  ['case-group', args.masterCaseNumber],
  ['organisation', 'organisation'],
  ['recovery-request', recoveryIdOf(args.masterCaseNumber, null)],
]

/** All about one thing that a person can do. */
export interface Command<Name extends string, Args extends z.ZodType, Saw extends z.ZodType> {
  /** Shipped names and args never change: a new shape is a new command (`set-lock-2`). */
  readonly name: Name
  readonly label: string
  readonly args: Args
  /** What its user saw of the facts that he sets aside; the decision refuses when they are otherwise by now. */
  readonly saw: Saw
  /** `command` is the envelope's id, which names the record that it makes. */
  reads(args: z.output<Args>, command: CommandId): readonly DocumentKey[]
  /** A sentence saying why not, or nothing. */
  authorise(args: z.output<Args>, before: Snapshot, context: Context): string | undefined
  /** The team whose leader would do this (TEAM-3). Without it: that of the case group, unless the actor holds it. */
  teamOf?(args: z.output<Args>, before: Snapshot, actor: StaffNumber): TeamId | null
  /** What he did before the group left him is kept, though he may not even see it any more (RTS-8). */
  isKept?(args: z.output<Args>, before: Snapshot, context: Context): boolean
  decide(args: z.output<Args>, saw: z.output<Saw>, before: Snapshot, context: Context): Decision
}

export const defineCommand = <const Name extends string, Args extends z.ZodType, Saw extends z.ZodType>(
  command: Command<Name, Args, Saw>,
) => command
