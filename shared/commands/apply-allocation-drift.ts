import { z } from 'zod'
import { placementOf } from '../domain/allocation.ts'
import { type CaseGroup, isLive } from '../domain/case-group.ts'
import { remember } from '../domain/history.ts'
import { masterCaseNumber, segmentName, staffNumber } from '../domain/ids.ts'
import { land } from '../domain/landing.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { PlainDate } from '../domain/time.ts'
import { managesSegment } from './authority.ts'
import { accept, defineCommand, type Refusal, readsGroup, refuse } from './command.ts'
import { destinationOf, personEntry } from './destination.ts'
import { objectionToUnlocking } from './kept-lock.ts'

const saw = z.strictObject({
  segment: segmentName,
  /** From whom it is taken; left out by what waited from before this was asked. */
  holder: staffNumber.nullable().optional(),
  destination: segmentName,
})

/** What the segment manager sees of a group that he moves. */
export const seenForMove = (group: CaseGroup, index: OrganisationIndex): z.output<typeof saw> => ({
  segment: group.segment,
  holder: group.holder,
  destination: destinationOf(group, index).segment,
})

/**
 * Moves a group to the segment where it belongs by the facts of the extract: an import reports what would move, and
 * the segment manager applies it, for one or many (IMP-8). It lands unassigned with all its work (ALLOC-7), so one that
 * was given to somebody meanwhile stays with him: the first at the hub wins (TEAM-1).
 */
export const applyAllocationDrift = defineCommand({
  name: 'apply-allocation-drift',
  label: 'Move to where it belongs',
  args: z.strictObject({ masterCaseNumber }),
  saw,

  reads: readsGroup,

  authorise(args, before, { actor }) {
    const group = before.caseGroup(args.masterCaseNumber)
    if (!group || managesSegment(actor, group.segment, before.organisation())) return undefined
    return 'Only the manager of the segment where it is can move it to where it belongs.'
  },

  decide(args, seen, before, context) {
    const group = before.caseGroup(args.masterCaseNumber)
    const index = before.organisation()
    if (!group) return refuse('not-found', 'There is no such case group.')
    const objection = objectionTo(group, seen, index, context.today)
    if (objection) return { ok: false, refusal: objection }
    const { segment, rank } = destinationOf(group, index)
    const entry = personEntry({ kind: 'moved', from: group.segment, to: segment, rank }, context)
    return accept({ ...land(group, segment, index), history: remember(group.history, entry) })
  },
})

function objectionTo(
  group: CaseGroup,
  seen: z.output<typeof saw>,
  index: OrganisationIndex,
  today: PlainDate,
): Refusal | undefined {
  if (!isLive(group))
    return { kind: 'not-possible', reason: 'The case group is closed; a closed group is never moved.' }
  if (group.segment !== seen.segment)
    return { kind: 'changed', reason: 'It has been moved since you looked.' }
  const { segment, wouldMove, heldByLock } = placementOf(group, index.bom)
  if (segment === null)
    return {
      kind: 'not-possible',
      reason: 'It cannot be allocated: the paying parent’s address does not say where it belongs.',
    }
  if (segment === group.segment) return { kind: 'not-possible', reason: 'It belongs where it is.' }
  if (segment !== seen.destination)
    return { kind: 'changed', reason: 'It would go to another segment than you saw.' }
  if (seen.holder !== undefined && seen.holder !== group.holder)
    return {
      kind: 'changed',
      reason:
        group.holder === null
          ? 'Whoever held it does not hold it any more.'
          : 'Somebody else holds it by now.',
    }
  if (heldByLock || !wouldMove)
    return {
      kind: 'not-possible',
      reason:
        objectionToUnlocking(group, today) ??
        'It is locked, and a lock holds it where it is. Clear the lock to move it.',
    }
  return undefined
}
