import { placementOf } from './allocation.ts'
import { HIGHEST_RANK } from './bom-index.ts'
import { type CaseGroup, isLive, type ServiceRequest } from './case-group.ts'
import { type HistoryEntry, remember } from './history.ts'
import type { SegmentName } from './ids.ts'
import { isWithAac } from './incident-steps.ts'
import { land } from './landing.ts'
import { isOpenRequest } from './open-work.ts'
import type { OrganisationIndex } from './organisation-index.ts'
import type { Instant } from './time.ts'

/**
 * What nationally sensitive does at once, whatever else holds: the group goes to Special Client Records, its lock
 * ends with that move unless an incident is with AAC (LOCK-4, IMP-8), and specialists who are not nominated lose its requests (ALLOC-12).
 */
export function overrule(group: CaseGroup, index: OrganisationIndex, now: Instant): CaseGroup {
  if (!group.sensitive || !isLive(group)) return group
  const { rank, segment } = placementOf(group, index.bom)
  if (rank !== HIGHEST_RANK) return group
  const moved = segment === null || segment === group.segment ? group : move(group, segment, index, now)
  return withoutStrangers(moved, index)
}

function move(group: CaseGroup, to: SegmentName, index: OrganisationIndex, now: Instant): CaseGroup {
  const rule = (name: string, event: HistoryEntry['event']): HistoryEntry => ({
    at: now,
    actor: { kind: 'rule', rule: name },
    event,
    reason: null,
    batch: null,
  })
  const moved = rule('ALLOC-4', { kind: 'moved', from: group.segment, to, rank: HIGHEST_RANK })
  const { lock } = group
  const overruled = lock
    ? [rule('LOCK-4', { kind: 'lock-overruled', setBy: lock.by, since: lock.since })]
    : []
  // What was directed when an incident was closed keeps it from being cleared (LOCK-6), not from this.
  const stays = group.incidents.some(isWithAac)
  return {
    ...land({ ...group, lock: stays ? lock : null, movedWhileLocked: null }, to, index),
    history: remember(group.history, moved, ...overruled),
  }
}

function withoutStrangers(group: CaseGroup, { staff }: OrganisationIndex): CaseGroup {
  const isStranger = (request: ServiceRequest) =>
    request.kind === 'functionally-unique' &&
    request.holder !== null &&
    isOpenRequest(request) &&
    !staff.get(request.holder)?.scrNominated
  if (!group.serviceRequests.some(isStranger)) return group
  return {
    ...group,
    serviceRequests: group.serviceRequests.map(request =>
      isStranger(request) ? { ...request, holder: null } : request,
    ),
  }
}
