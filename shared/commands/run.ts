import type { z } from 'zod'
import type { Aggregate } from '../domain/aggregate.ts'
import type { CaseGroup } from '../domain/case-group.ts'
import { trackDifferences } from '../domain/difference.ts'
import { followRecovery } from '../domain/follow-recovery.ts'
import { noteHoldings } from '../domain/holdings.ts'
import type { StaffNumber, TeamId } from '../domain/ids.ts'
import { overrule } from '../domain/overrule.ts'
import type { RecoveryRequest } from '../domain/recovery-request.ts'
import { standsInFor } from '../domain/standing-in.ts'
import { type Instant, londonDate, type PlainDate } from '../domain/time.ts'
import { maySee, maySeeAggregate } from '../sync/buckets.ts'
import {
  accept,
  type Command,
  type Context,
  type Decision,
  type DocumentKey,
  groupsIn,
  type Put,
  refuse,
  type Snapshot,
} from './command.ts'
import { commandNamed } from './commands.ts'
import type { Envelope } from './envelope.ts'
import { isLeftToRaiser } from './incident-authority.ts'
import { readsWith } from './reads-with.ts'
import { lockNoticeId, toldOfLock } from './told-of-lock.ts'

// Any command, its args and its saw parsed by its own schemas before they are handed to it.
type Erased = Command<string, z.ZodType, z.ZodType>

/** A command whose name, args and saw are understood. */
export interface Understood {
  readonly command: Erased
  readonly args: unknown
  readonly saw: unknown
}

/** Reads an envelope by its command's own schemas; undefined: unknown name or wrong shape. */
export function understand(envelope: Envelope): Understood | undefined {
  const command = commandNamed(envelope.name) as Erased | undefined
  const args = command?.args.safeParse(envelope.args)
  const saw = command?.saw.safeParse(envelope.saw)
  return command && args?.success && saw?.success ? { command, args: args.data, saw: saw.data } : undefined
}

/** Which documents the command looks at, or leaves beside its group; empty for one that is not understood. */
export function readsOf(envelope: Envelope): readonly DocumentKey[] {
  const understood = understand(envelope)
  if (!understood) return []
  const reads = understood.command.reads(understood.args, envelope.id)
  const notices = reads.some(([kind]) => kind === 'case-group') ? [lockNoticeId(envelope.id)] : []
  return [...reads, ...notices.map(id => ['lock-notice', id] as const)]
}

/** The absent leader whose place the person takes with this command; null: he acts in his own right (TEAM-3, ACC-5). */
export function onBehalfOf(
  envelope: Envelope,
  actor: StaffNumber,
  now: Instant,
  before: Snapshot,
): StaffNumber | null {
  const understood = understand(envelope)
  return understood ? standingIn(understood, readsOf(envelope), actor, before, londonDate(now)) : null
}

function standingIn(
  { command, args }: Understood,
  reads: readonly DocumentKey[],
  actor: StaffNumber,
  before: Snapshot,
  today: PlainDate,
): StaffNumber | null {
  const team = command.teamOf ? command.teamOf(args, before, actor) : teamOfGroup(reads, before, actor)
  return team === null ? null : standsInFor(actor, team, before.organisation(), today)
}

function teamOfGroup(reads: readonly DocumentKey[], before: Snapshot, actor: StaffNumber): TeamId | null {
  for (const [kind, id] of reads) {
    const group = kind === 'case-group' ? before.caseGroup(id) : undefined
    if (group) return group.holder === actor ? null : group.team
  }
  return null
}

// Nothing was done after it is heard of: the clock of that desk was ahead, or has jumped back since.
const notAfter = (issuedAt: Instant, now: Instant): Instant =>
  Date.parse(issuedAt) > Date.parse(now) ? now : issuedAt

/**
 * The only road to a change, in the desk and in the hub. A group that the actor may not see is as one that
 * does not exist (ACC-4). `now` is the envelope's issue time in the desk and the hub's own in the hub.
 */
export function run(envelope: Envelope, actor: StaffNumber, now: Instant, before: Snapshot): Decision {
  const understood = understand(envelope)
  if (!understood)
    return refuse('not-understood', 'The hub or the desk is of another version: this cannot be done.')
  const { command, args, saw } = understood
  const today = londonDate(now)
  const reads = command.reads(args, envelope.id)
  const visible = visibleTo(actor, before, today)
  const context: Context = {
    actor,
    onBehalfOf: standingIn(understood, reads, actor, before, today),
    now,
    today,
    command: envelope.id,
    issuedAt: notAfter(envelope.issuedAt, now),
    reason: envelope.reason,
    batch: envelope.batch,
  }
  const isHidden = hidden(reads, visible)
  if (command.isKept?.(args, before, context)) {
    const kept = command.decide(args, saw, before, context)
    return !kept.ok && isHidden ? noSuchGroup : settled(kept, before, reads, context)
  }
  if (isHidden) return noSuchGroup
  const objection = command.authorise(args, visible, context)
  if (objection) return refuse('not-allowed', objection)
  const decision = command.decide(args, saw, visible, context)
  if (decision.ok && overwrites(decision.puts, before, visible))
    return refuse('not-found', 'There is no such record.')
  const hasty = decision.ok && context.reason === null && interferes(decision.puts, visible, context)
  return hasty ? refuse('not-possible', leaveToRaiser) : settled(decision, before, reads, context)
}

const leaveToRaiser =
  'An incident is with AAC, and until it is closed only whoever raised it takes further action here. Give a reason why this cannot wait.'

// What is done to its incidents is no interference, nor what whoever answers AAC does himself (LOCK-6).
function interferes(puts: readonly Put[], visible: Snapshot, { actor, today }: Context): boolean {
  return groupsIn(puts).some(after => {
    const before = visible.caseGroup(after.id)
    return (
      before !== undefined &&
      before.incidents === after.incidents &&
      isLeftToRaiser(before, actor, visible.organisation(), today)
    )
  })
}

const noSuchGroup = refuse('not-found', 'There is no such case group.')

// To its command, what he may not see is not there: it must not be made a second time over what is.
function overwrites(puts: readonly Put[], before: Snapshot, visible: Snapshot): boolean {
  return puts.some(put => {
    if (put.kind === 'case-group') return false
    const there = before.aggregate(put.kind, put.id)
    return there !== undefined && !isOver(there) && !visible.aggregate(put.kind, put.id)
  })
}

// Somebody else's recovery request of the same orphan, ended, makes room for another one.
const isOver = (aggregate: Aggregate) => aggregate.kind === 'recovery-request' && aggregate.end !== null

// Whatever a command does: rank 1 overrules at once (LOCK-4), a request remembers who lost it (RTS-8), what the source
// has otherwise by now is known (IMP-6), recovery requests go with what they ask for (ORPH-5, ORPH-7), and whoever set a
// lock is told what became of it (LOCK-11).
function settled(
  decision: Decision,
  before: Snapshot,
  reads: readonly DocumentKey[],
  context: Context,
): Decision {
  if (!decision.ok) return decision
  const { now } = context
  const puts = decision.puts.map(put => {
    if (put.kind !== 'case-group') return put
    const known = before.caseGroup(put.id)
    const noted = noteHoldings(known, overrule(put, before.organisation(), now), now)
    return trackDifferences(known, noted)
  })
  const beside = groupsIn(puts).flatMap(group => [
    ...following(group, before, reads, context),
    ...toldOfLock(before.caseGroup(group.id), group, before.organisation(), context),
  ])
  return accept(...puts, ...beside)
}

function following(
  group: CaseGroup,
  before: Snapshot,
  reads: readonly DocumentKey[],
  { actor, now }: Context,
): readonly RecoveryRequest[] {
  const found = [...reads, ...readsWith(group)].flatMap(key =>
    key[0] === 'recovery-request' ? (before.aggregate(...key) ?? []) : [],
  )
  return [...new Set(found)].flatMap(recovery => {
    if (recovery.masterCaseNumber !== group.id) return []
    const followed = followRecovery(recovery, group, before.organisation(), { by: actor, at: now })
    return followed === recovery ? [] : [followed]
  })
}

function visibleTo(actor: StaffNumber, before: Snapshot, today: PlainDate): Snapshot {
  return {
    organisation: () => before.organisation(),
    aggregate: (kind, id) => {
      const aggregate = before.aggregate(kind, id)
      return aggregate && maySeeAggregate(actor, aggregate, before.organisation(), today)
        ? aggregate
        : undefined
    },
    caseGroup: id => {
      const group = before.caseGroup(id)
      return group && maySee(actor, group, before.organisation(), today) ? group : undefined
    },
  }
}

function hidden(reads: readonly DocumentKey[], visible: Snapshot): boolean {
  return reads.some(([kind, id]) => kind === 'case-group' && !visible.caseGroup(id))
}
