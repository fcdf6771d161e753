import { z } from 'zod'
import { placementOf } from '../domain/allocation.ts'
import { HIGHEST_RANK } from '../domain/bom-index.ts'
import { type CaseGroup, isLive, type ServiceRequest } from '../domain/case-group.ts'
import { changeBy, type FactorChange, withChange } from '../domain/factor.ts'
import { remember } from '../domain/history.ts'
import { type SegmentName, segmentName } from '../domain/ids.ts'
import { land } from '../domain/landing.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { orphaningOf } from '../domain/orphan.ts'
import { withHere } from '../domain/request-here.ts'
import { requestNamed } from '../domain/request-named.ts'
import { accept, type Context, defineCommand, refuse } from './command.ts'
import { moveEntry, personEntry } from './destination.ts'
import {
  noSuchRequest,
  note,
  objectionToWorking,
  readsRequest,
  requestArgs,
  teamOfRequest,
  withRequest,
} from './service-request.ts'

const saw = z.strictObject({
  /** Where its completion sends the group; null: it stays. */
  destination: segmentName.nullable(),
})
type Saw = z.output<typeof saw>

/** What completing the request changes on the group, and where that sends it (ALLOC-6). */
export interface Completion {
  readonly changed: FactorChange | null
  readonly destination: SegmentName | null
  /** It would go elsewhere, but its lock keeps it (LOCK-1). */
  readonly heldByLock: boolean
  /** It would go to this segment, but it is orphaned: it moves on recovery (ORPH-7). */
  readonly onRecovery: SegmentName | null
  readonly rank: number
}

export function completionOf(
  request: ServiceRequest,
  group: CaseGroup,
  index: OrganisationIndex,
): Completion {
  const changed = changeBy(request.flipsTo, group)
  const { wouldMove, heldByLock, segment, rank } = placementOf(
    changed ? withChange(group, changed) : group,
    index.bom,
  )
  const goes = changed && wouldMove ? segment : null
  const waits = goes !== null && rank !== HIGHEST_RANK && orphaningOf(group, index) !== null
  return {
    changed,
    destination: waits ? null : goes,
    heldByLock: changed !== null && heldByLock,
    onRecovery: waits ? goes : null,
    rank,
  }
}

/** What the person who closes it sees of where the group goes. */
export const seenForClosing = (request: ServiceRequest, group: CaseGroup, index: OrganisationIndex): Saw => ({
  destination: completionOf(request, group, index).destination,
})

/**
 * Closes a service request whose activities are all done (SR-2). The factor that it carries takes effect with it, and
 * the group is re-evaluated: it moves at once unless it is locked, or orphaned (ALLOC-6, LOCK-1, ORPH-7).
 */
export const closeServiceRequest = defineCommand({
  name: 'close-service-request',
  label: 'Close',
  args: requestArgs.extend({ outcome: note.nullable() }),
  saw,

  reads: readsRequest,
  authorise: objectionToWorking,
  teamOf: teamOfRequest,

  decide({ masterCaseNumber: id, request: number, outcome }, seen, before, context) {
    const group = before.caseGroup(id)
    const request = requestNamed(group, number)
    if (!group || !request) return { ok: false, refusal: noSuchRequest }
    if (!isLive(group)) return refuse('not-possible', 'The case group is closed; nothing is worked on it.')
    if (request.status === 'Closed') return refuse('changed', 'It is closed already.')
    const objection = objectionToClosing(request)
    if (objection) return refuse('not-possible', objection)
    const index = before.organisation()
    const completion = completionOf(request, group, index)
    if (completion.destination !== seen.destination)
      return refuse('changed', 'Closing it would send the case group to another segment than you saw.')
    if (request.kind === 'functionally-unique' && outcome === null)
      return refuse(
        'not-possible',
        'Write a note for the case owner: what was found, and what is to be done.',
      )
    const closed = withHere(
      { ...request, status: 'Closed' },
      { closedOn: context.today, outcome, changed: completion.changed, closing: closingAfter(group) },
    )
    return accept(completed(withRequest(group, closed), closed, completion, index, context))
  },
})

// Not by the clock: all commands of one push are decided in one instant.
export const closingAfter = ({ serviceRequests }: CaseGroup) =>
  1 + Math.max(0, ...serviceRequests.map(({ here }) => here?.closing ?? 0))

function objectionToClosing({ status, activities, here }: ServiceRequest): string | undefined {
  if (here?.advice)
    return 'It asks for advice: answer it, or say that it cannot be answered here, which closes it.'
  if (status === 'Not Started') return 'It was not started yet; start it and do its activities first.'
  const open = activities.filter(activity => activity.status === 'Open').map(({ name }) => name)
  return open.length > 0 ? `Still open: ${open.join(', ')}. Complete them first.` : undefined
}

function completed(
  group: CaseGroup,
  { type }: ServiceRequest,
  { changed, destination, rank }: Completion,
  index: OrganisationIndex,
  context: Context,
): CaseGroup {
  const closed = personEntry({ kind: 'request-closed', type, changed }, context)
  const after = changed ? withChange(group, changed) : group
  if (destination === null) return { ...after, history: remember(group.history, closed) }
  const moved = moveEntry(group.segment, { segment: destination, rank }, context)
  return { ...land(after, destination, index), history: remember(group.history, moved, closed) }
}
