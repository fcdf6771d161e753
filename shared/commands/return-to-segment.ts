import { z } from 'zod'
import { type CaseGroup, isLive } from '../domain/case-group.ts'
import { remember } from '../domain/history.ts'
import { masterCaseNumber, segmentName, staffNumber } from '../domain/ids.ts'
import { land } from '../domain/landing.ts'
import { openWorkOf } from '../domain/open-work.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { directs, holdsOrDirects } from './authority.ts'
import { accept, type Context, defineCommand, type Refusal, readsGroup, refuse } from './command.ts'
import { destinationOf, moveEntry, personEntry } from './destination.ts'
import { objectionToUnlocking } from './kept-lock.ts'
import { isReviewedSince, sawRenewals } from './reviewed-since.ts'
import { isUnknownLock } from './unknown-lock.ts'

const saw = z.strictObject({
  holder: staffNumber.nullable(),
  lockSince: z.iso.datetime().nullable(),
  lockRenewals: sawRenewals,
  openServiceRequests: z.int().nonnegative(),
  openActivities: z.int().nonnegative(),
  openPost: z.int().nonnegative(),
  destination: segmentName,
})
type Saw = z.output<typeof saw>

/** What the person who returns a group sets aside, read off the group as it is now. */
export function seenForReturn(group: CaseGroup, index: OrganisationIndex): Saw {
  const work = openWorkOf(group)
  return {
    holder: group.holder,
    lockSince: group.lock?.since ?? null,
    lockRenewals: group.lock?.reviews.length ?? 0,
    openServiceRequests: work.serviceRequests.length,
    openActivities: work.activities,
    openPost: work.post.length,
    destination: destinationOf(group, index).segment,
  }
}

const changes: Record<Exclude<keyof Saw, 'lockRenewals'>, string> = {
  holder: 'Somebody else holds it by now.',
  lockSince: 'Its lock has changed since you looked.',
  openServiceRequests: 'Its open service requests have changed since you looked.',
  openActivities: 'Its open activities have changed since you looked.',
  openPost: 'Its open post has changed since you looked.',
  destination: 'It would go to another segment than you saw.',
}

/**
 * Clears the group from its caseworker's list and sends it to the segment it belongs to (RTS-1 to RTS-4); never while
 * an incident keeps its lock on (LOCK-6).
 * A team leader or segment manager may do so regardless of open work: a force return, with a reason.
 */
export const returnToSegment = defineCommand({
  name: 'return-to-segment',
  label: 'Return to segment',
  args: z.strictObject({ masterCaseNumber, clearLock: z.boolean() }),
  saw,

  reads: readsGroup,

  authorise(args, before, { actor, today }) {
    const group = before.caseGroup(args.masterCaseNumber)
    if (!group || holdsOrDirects(actor, group, before.organisation(), today)) return undefined
    return 'Only its holder, the leader of its team and the segment manager can return it.'
  },

  decide(args, seen, before, context) {
    const group = before.caseGroup(args.masterCaseNumber)
    const index = before.organisation()
    if (!group) return refuse('not-found', 'There is no such case group.')
    const objection = objectionTo(group, args.clearLock, seen, index, context)
    return objection ? { ok: false, refusal: objection } : accept(returned(group, index, context))
  },
})

function objectionTo(
  group: CaseGroup,
  clearLock: boolean,
  seen: Saw,
  index: OrganisationIndex,
  context: Context,
): Refusal | undefined {
  if (!isLive(group))
    return { kind: 'not-possible', reason: 'The case group is closed; a closed group is never returned.' }
  const changed = changedSince(seen, group, index, context)
  if (changed) return { kind: 'changed', reason: changed }
  const kept = group.lock && objectionToUnlocking(group, context.today)
  if (kept) return { kind: 'not-possible', reason: kept }
  if (group.lock && !clearLock) {
    return { kind: 'not-possible', reason: 'It is locked. Clear the lock with the return, or leave it out.' }
  }
  return isInItsQueue(group, seen.destination, index)
    ? { kind: 'not-possible', reason: 'It is already unassigned in the queue of the segment it belongs to.' }
    : overrideObjection(group, index, context)
}

function knowing(seen: Saw, { lock }: CaseGroup, { actor }: Context): Saw {
  const known = lock && seen.lockSince !== null && !isUnknownLock(lock, seen.lockSince, actor)
  return known ? { ...seen, lockSince: lock.since } : seen
}

function changedSince(
  seen: Saw,
  group: CaseGroup,
  index: OrganisationIndex,
  context: Context,
): string | undefined {
  const known = knowing(seen, group, context)
  const now = seenForReturn(group, index)
  const field = (Object.keys(changes) as (keyof typeof changes)[]).find(key => known[key] !== now[key])
  if (field) return changes[field]
  return group.lock && isReviewedSince(group.lock, seen.lockRenewals)
    ? 'Somebody else has reviewed its lock since you looked.'
    : undefined
}

function isInItsQueue(group: CaseGroup, destination: Saw['destination'], index: OrganisationIndex): boolean {
  const landed = land(group, destination, index)
  return group.holder === null && group.segment === landed.segment && group.team === landed.team
}

function overrideObjection(
  group: CaseGroup,
  index: OrganisationIndex,
  context: Context,
): Refusal | undefined {
  const { serviceRequests, post } = openWorkOf(group)
  const open = serviceRequests.length + post.length
  if (open > 0 && !directs(context.actor, group, index, context.today)) {
    const list = [...serviceRequests.map(({ type }) => type), ...post.map(({ subject }) => subject)].join(
      ', ',
    )
    return {
      kind: 'not-possible',
      reason: `It has open work: ${list}. Only a team leader can return it regardless.`,
    }
  }
  if ((open > 0 || group.lock) && !context.reason) {
    return {
      kind: 'not-possible',
      reason: 'Say why: a return with open work, or of a locked group, needs a reason.',
    }
  }
  return undefined
}

function returned(group: CaseGroup, index: OrganisationIndex, context: Context): CaseGroup {
  const destination = destinationOf(group, index)
  const lockCleared = group.lock && { setBy: group.lock.by, since: group.lock.since }
  const entry = personEntry(
    { kind: 'returned', from: group.holder, team: group.team, segment: destination.segment, lockCleared },
    context,
  )
  const moved = destination.segment === group.segment ? [] : [moveEntry(group.segment, destination, context)]
  const unlocked = lockCleared ? { ...group, lock: null, movedWhileLocked: null } : group
  return { ...land(unlocked, destination.segment, index), history: remember(group.history, ...moved, entry) }
}
