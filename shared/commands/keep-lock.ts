import { z } from 'zod'
import { isLive } from '../domain/case-group.ts'
import { remember } from '../domain/history.ts'
import { masterCaseNumber } from '../domain/ids.ts'
import { objectionToCategory } from '../domain/incident-lock.ts'
import { type Lock, lockCategories, reviewDateObjection } from '../domain/lock.ts'
import { leadersOf } from '../domain/standing-in.ts'
import { londonDate } from '../domain/time.ts'
import { accept, type Context, defineCommand, readsGroup, refuse } from './command.ts'
import { personEntry } from './destination.ts'
import { objectionToReviewer } from './lock-reviewer.ts'

const args = z.strictObject({
  masterCaseNumber,
  keepUntil: z.iso.date(),
  /** For a lock that has none yet: it came with the extract. Others keep theirs. */
  category: z.enum(lockCategories).nullable(),
})

/** A review that keeps the lock until a date, with a reason; it keeps its start, and the review is kept (LOCK-8). */
export const keepLock = defineCommand({
  name: 'keep-lock',
  label: 'Keep lock',
  args,
  saw: z.strictObject({ since: z.iso.datetime(), renewals: z.int().nonnegative() }),

  reads: readsGroup,

  // A leader does not review the lock that he set: whoever does, does it in his own right (INC-16).
  teamOf({ masterCaseNumber }, before) {
    const { team = null, lock } = before.caseGroup(masterCaseNumber) ?? {}
    const leaders = team === null ? [] : leadersOf(team, before.organisation())
    return leaders.some(({ number }) => number === lock?.by) ? null : team
  },

  authorise({ masterCaseNumber }, before, { actor, today }) {
    const group = before.caseGroup(masterCaseNumber)
    return group && objectionToReviewer(actor, group, before.organisation(), today)
  },

  decide({ masterCaseNumber, keepUntil, category }, saw, before, context) {
    const group = before.caseGroup(masterCaseNumber)
    if (!group) return refuse('not-found', 'There is no such case group.')
    if (!isLive(group)) return refuse('not-possible', 'The case group is closed; a closed group has no lock.')
    const { lock } = group
    if (!lock) return refuse('changed', 'The lock is already off.')
    if (lock.since !== saw.since) return refuse('changed', 'A newer lock has been set since you looked.')
    if (lock.reviews.length !== saw.renewals)
      return refuse('changed', 'Somebody else has reviewed it since you looked.')
    const wrongDate = reviewDateObjection(keepUntil, londonDate(context.issuedAt))
    if (wrongDate) return refuse('not-possible', wrongDate)
    const { reason } = context
    if (!reason) return refuse('not-possible', 'Say why it is kept: how the clients still benefit.')
    const kept = lock.category ?? category
    if (kept === null)
      return refuse('not-possible', 'It came without a category; choose what the lock is for.')
    const wrongCategory = lock.category === null ? objectionToCategory(kept, group) : undefined
    if (wrongCategory) return refuse('not-possible', wrongCategory)
    const entry = personEntry(
      { kind: 'lock-kept', setBy: lock.by, since: lock.since, until: keepUntil },
      context,
    )
    const reviewed = reviewedLock({ ...lock, category: kept }, keepUntil, reason, context)
    return accept({ ...group, lock: reviewed, history: remember(group.history, entry) })
  },
})

/** A reason that was never written is written by the review. */
function reviewedLock(lock: Lock, keptUntil: string, reason: string, { actor, now }: Context): Lock {
  const review = { at: now, by: actor, keptUntil, reason }
  return { ...lock, reason: lock.reason ?? reason, reviewOn: keptUntil, reviews: [...lock.reviews, review] }
}
