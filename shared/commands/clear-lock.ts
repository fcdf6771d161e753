import { z } from 'zod'
import { type CaseGroup, isLive } from '../domain/case-group.ts'
import { remember } from '../domain/history.ts'
import { masterCaseNumber, segmentName } from '../domain/ids.ts'
import { lockKeepingOf } from '../domain/incident-lock.ts'
import { land } from '../domain/landing.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { holdsOrDirects, managesSegment } from './authority.ts'
import { accept, type Context, defineCommand, readsGroup, refuse } from './command.ts'
import { destinationOf, moveEntry, personEntry } from './destination.ts'
import { objectionToUnlocking } from './kept-lock.ts'
import { isReviewedSince, sawRenewals } from './reviewed-since.ts'
import { isUnknownLock } from './unknown-lock.ts'

/**
 * Takes the lock assignment flag off; the group is re-evaluated at once and moves if it belongs elsewhere (LOCK-3);
 * refused while an incident keeps it on (LOCK-6), and where a review kept it since it was seen (LOCK-8).
 */
export const clearLock = defineCommand({
  name: 'clear-lock',
  label: 'Clear lock',
  args: z.strictObject({ masterCaseNumber }),
  saw: z.strictObject({ since: z.iso.datetime(), renewals: sawRenewals, destination: segmentName }),

  reads: readsGroup,

  authorise(args, before, { actor, today }) {
    const group = before.caseGroup(args.masterCaseNumber)
    if (!group || holdsOrDirects(actor, group, before.organisation(), today)) return undefined
    return 'Only the holder, the leader of the group’s team and the segment manager can clear its lock.'
  },

  decide(args, saw, before, context) {
    const group = before.caseGroup(args.masterCaseNumber)
    const index = before.organisation()
    if (!group) return refuse('not-found', 'There is no such case group.')
    if (!isLive(group)) return refuse('not-possible', 'The case group is closed; a closed group has no lock.')
    if (!group.lock) return refuse('changed', 'The lock is already off.')
    if (isUnknownLock(group.lock, saw.since, context.actor))
      return refuse('changed', 'A newer lock has been set since you looked.')
    if (isReviewedSince(group.lock, saw.renewals))
      return refuse('changed', 'Somebody else has reviewed it since you looked.')
    const kept = objectionToUnlocking(group, context.today)
    if (kept && !endsDirection(group, index, context)) return refuse('not-possible', kept)
    const destination = destinationOf(group, index)
    if (destination.segment !== saw.destination)
      return refuse('changed', 'It would go to another segment than you saw.')
    const cleared = personEntry(
      { kind: 'lock-cleared', setBy: group.lock.by, since: group.lock.since },
      context,
    )
    const unlocked = { ...group, lock: null, movedWhileLocked: null }
    if (destination.segment === group.segment) {
      return accept({ ...unlocked, history: remember(group.history, cleared) })
    }
    const history = remember(group.history, moveEntry(group.segment, destination, context), cleared)
    return accept({ ...land(unlocked, destination.segment, index), history })
  },
})

// What was directed to outlast the incident ends sooner by the segment manager alone, who says why; the incident itself
// stays as it was closed (LOCK-6, INC-13).
function endsDirection(
  group: CaseGroup,
  index: OrganisationIndex,
  { actor, reason, today }: Context,
): boolean {
  const isDirected = lockKeepingOf(group, today)?.kind === 'directed'
  return isDirected && reason !== null && managesSegment(actor, group.segment, index)
}
