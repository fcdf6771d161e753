import { placementOf } from '../../shared/domain/allocation.ts'
import { type CaseGroup, isLive, type ServiceRequest } from '../../shared/domain/case-group.ts'
import { type HistoryEntry, remember } from '../../shared/domain/history.ts'
import type { SegmentName } from '../../shared/domain/ids.ts'
import { land } from '../../shared/domain/landing.ts'
import { isOpenRequest } from '../../shared/domain/open-work.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'

/**
 * What nationally sensitive does at once, whatever else holds: the group goes to Special Client Records, its lock
 * ends with that move (LOCK-4, IMP-8), and specialists who are not nominated lose its requests (ALLOC-12).
 */
export function overrule(group: CaseGroup, index: OrganisationIndex, now: string): CaseGroup {
  const { rank, segment } = placementOf(group, index.bom)
  if (rank !== 1 || !isLive(group)) return group
  const moved = segment === null || segment === group.segment ? group : move(group, segment, index, now)
  return withoutStrangers(moved, index)
}

function move(group: CaseGroup, to: SegmentName, index: OrganisationIndex, now: string): CaseGroup {
  const rule = (name: string, event: HistoryEntry['event']): HistoryEntry => ({
    at: now,
    actor: { kind: 'rule', rule: name },
    event,
    reason: null,
    batch: null,
  })
  const moved = rule('ALLOC-4', { kind: 'moved', from: group.segment, to, rank: 1 })
  const { lock } = group
  const overruled = lock
    ? [rule('LOCK-4', { kind: 'lock-overruled', setBy: lock.by, since: lock.since })]
    : []
  return {
    ...land({ ...group, lock: null, movedWhileLocked: null }, to, index),
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
