import { z } from 'zod'
import { type CaseGroup, isLive } from '../domain/case-group.ts'
import { remember } from '../domain/history.ts'
import { masterCaseNumber, segmentName } from '../domain/ids.ts'
import { objectionToCategory } from '../domain/incident-lock.ts'
import { type Lock, type LockCategory, lockCategories, reviewDateObjection } from '../domain/lock.ts'
import { londonDate, type PlainDate } from '../domain/time.ts'
import { holdsOrDirects } from './authority.ts'
import { accept, type Context, defineCommand, readsGroup, refuse } from './command.ts'
import { personEntry } from './destination.ts'

/**
 * Puts the lock assignment flag on, for the benefit of the clients: the reason says how they benefit, and a
 * review date at most 28 days ahead says when somebody else looks at it (LOCK-1, LOCK-2).
 */
export const setLock = defineCommand({
  name: 'set-lock',
  label: 'Set lock',
  args: z.strictObject({ masterCaseNumber, category: z.enum(lockCategories), reviewOn: z.iso.date() }),
  saw: z.strictObject({ segment: segmentName }),

  reads: readsGroup,

  authorise(args, before, { actor, today }) {
    const group = before.caseGroup(args.masterCaseNumber)
    if (!group || holdsOrDirects(actor, group, before.organisation(), today)) return undefined
    return 'Only the holder, the leader of the group’s team and the segment manager can lock it.'
  },

  decide({ masterCaseNumber, category, reviewOn }, saw, before, context) {
    const group = before.caseGroup(masterCaseNumber)
    if (!group) return refuse('not-found', 'There is no such case group.')
    if (!isLive(group))
      return refuse('not-possible', 'The case group is closed; a closed group is never locked.')
    if (group.lock) return refuse('changed', 'It is locked already.')
    if (group.segment !== saw.segment) return refuse('changed', 'It has moved since you looked.')
    const wrongCategory = objectionToCategory(category, group)
    if (wrongCategory) return refuse('not-possible', wrongCategory)
    const wrongDate = reviewDateObjection(reviewOn, londonDate(context.issuedAt))
    if (wrongDate) return refuse('not-possible', wrongDate)
    const { reason } = context
    if (!reason)
      return refuse('not-possible', 'Say how the clients benefit; keeping the case group is no reason.')
    return accept(locked(group, { category, reviewOn, reason }, context))
  },
})

/** The group with the lock on. */
export function locked(
  group: CaseGroup,
  {
    category,
    reviewOn,
    reason,
  }: { readonly category: LockCategory; readonly reviewOn: PlainDate; readonly reason: string },
  context: Context,
): CaseGroup {
  const lock: Lock = {
    by: context.actor,
    since: context.now,
    sinceIsFirstSeen: false,
    category,
    reason,
    reviewOn,
    reviews: [],
  }
  const entry = personEntry({ kind: 'lock-set', category, reviewOn }, context)
  return { ...group, lock, history: remember(group.history, entry) }
}
