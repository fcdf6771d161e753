import { allocate, allocationFacts } from '../domain/allocation.ts'
import type { CaseGroup } from '../domain/case-group.ts'
import type { Actor, HistoryEntry } from '../domain/history.ts'
import type { SegmentName } from '../domain/ids.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { Context } from './command.ts'

export interface Destination {
  readonly segment: SegmentName
  readonly rank: number
}

/** The segment a group lands in when nothing holds it; where it cannot be allocated, its present one (ALLOC-8). */
export function destinationOf(group: CaseGroup, index: OrganisationIndex): Destination {
  const { segment, rank } = allocate(allocationFacts(group), index.bom)
  return { segment: segment ?? group.segment, rank }
}

/** The entry of a move that follows from a command: its actor is the rule. */
export function moveEntry(from: SegmentName, to: Destination, context: Context): HistoryEntry {
  return {
    at: context.now,
    actor: { kind: 'rule', rule: 'ALLOC-4' },
    event: { kind: 'moved', from, to: to.segment, rank: to.rank },
    reason: null,
    batch: context.batch,
  }
}

/** Who does it, and in whose place (TEAM-3). */
export const personOf = ({ actor, onBehalfOf }: Context): Actor => ({
  kind: 'person',
  staff: actor,
  ...(onBehalfOf === null ? {} : { onBehalfOf }),
})

/** The entry of what the person did. */
export function personEntry(event: HistoryEntry['event'], context: Context): HistoryEntry {
  return {
    at: context.now,
    actor: personOf(context),
    event,
    reason: context.reason,
    batch: context.batch,
  }
}
