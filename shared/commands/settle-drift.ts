import { z } from 'zod'
import { type CaseGroup, isLive } from '../domain/case-group.ts'
import { type DecidedField, decidedFields, decidedOf, sourceOf } from '../domain/difference.ts'
import { remember } from '../domain/history.ts'
import { masterCaseNumber } from '../domain/ids.ts'
import { managesSegment } from './authority.ts'
import { accept, defineCommand, readsGroup, refuse } from './command.ts'
import { personEntry } from './destination.ts'
import { isReviewedSince, sawRenewals } from './reviewed-since.ts'
import { takeFromSource } from './take-from-source.ts'

const field = z.enum(decidedFields)
const seenField = z.strictObject({ field, ours: z.string().nullable(), source: z.string().nullable() })
const saw = z.strictObject({
  fields: z.array(seenField).max(decidedFields.length),
  renewals: sawRenewals,
})
type Saw = z.output<typeof saw>

/** What the segment manager sees of both sides, for the fields that he settles. */
export const seenForSettling = (group: CaseGroup, fields: readonly DecidedField[] = decidedFields): Saw => ({
  fields: fields.map(each => ({
    field: each,
    ours: decidedOf(group)[each],
    source: sourceOf(group, each),
  })),
  renewals: group.lock?.reviews.length ?? 0,
})

/**
 * Ends drift by taking one side, field by field. Ours stays as it is and is to be carried into the source; the
 * source's becomes ours, unassigned unless the holder is taken too (IMP-6).
 */
export const settleDrift = defineCommand({
  name: 'settle-drift',
  label: 'Settle the difference',
  args: z.strictObject({
    masterCaseNumber,
    fields: z.array(field).min(1).max(decidedFields.length),
    take: z.enum(['ours', 'source']),
  }),
  saw,

  reads: readsGroup,

  authorise(args, before, { actor }) {
    const group = before.caseGroup(args.masterCaseNumber)
    if (!group || managesSegment(actor, group.segment, before.organisation())) return undefined
    return 'Only the manager of the segment where it is here can settle what differs.'
  },

  decide(args, seen, before, context) {
    const group = before.caseGroup(args.masterCaseNumber)
    const index = before.organisation()
    if (!group) return refuse('not-found', 'There is no such case group.')
    if (!isLive(group))
      return refuse('not-possible', 'The case group is closed; nothing about it is settled any more.')
    const fields = settleable(group, args.fields)
    if (fields.length === 0) return refuse('not-possible', nothingToSettle(group, args.fields))
    if (!isAsSeen(group, fields, seen))
      return refuse('changed', 'One of the two values has changed since you looked.')
    // Taken from the source the lock comes off, and a review that kept it stands (LOCK-8); ours keeps it anyway.
    const unlocks = args.take === 'source' && fields.includes('lock')
    if (unlocks && group.lock && isReviewedSince(group.lock, seen.renewals))
      return refuse('changed', 'Somebody else has reviewed its lock since you looked.')
    const settled =
      args.take === 'ours' ? toCarry(group, fields) : takeFromSource(group, fields, index, context)
    if (typeof settled === 'string') return refuse('not-possible', settled)
    const entry = personEntry({ kind: 'drift-settled', fields, took: args.take }, context)
    return accept({ ...settled, history: remember(settled.history, entry) })
  },
})

/** Of the fields chosen, those that drift; with the segment also the holder, whatever is the matter with him. */
function settleable(group: CaseGroup, chosen: readonly DecidedField[]): readonly DecidedField[] {
  const drifts = (name: DecidedField) => group.differences.some(each => each.field === name && each.drifts)
  const segment = chosen.includes('segment') && drifts('segment') && group.movedWhileLocked === null
  return decidedFields.filter(name => {
    if (name === 'segment') return segment
    return chosen.includes(name) && (drifts(name) || (name === 'holder' && segment))
  })
}

function nothingToSettle({ movedWhileLocked }: CaseGroup, chosen: readonly DecidedField[]): string {
  return movedWhileLocked && chosen.includes('segment')
    ? 'It was moved while locked; that stays until the lock in CMS2012 ends.'
    : 'There is no drift in it to settle.'
}

function isAsSeen(group: CaseGroup, fields: readonly DecidedField[], seen: Saw): boolean {
  return seenForSettling(group, fields).fields.every(({ field: name, ours, source }) =>
    seen.fields.some(each => each.field === name && each.ours === ours && each.source === source),
  )
}

function toCarry(group: CaseGroup, fields: readonly DecidedField[]): CaseGroup {
  const differences = group.differences.map(each =>
    each.drifts && fields.includes(each.field) ? { ...each, drifts: false } : each,
  )
  return { ...group, differences }
}
