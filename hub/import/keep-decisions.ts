import type { CaseGroup, MovedWhileLocked, ServiceRequest } from '../../shared/domain/case-group.ts'
import { type HistoryEntry, remember } from '../../shared/domain/history.ts'
import type { SegmentName, TeamId } from '../../shared/domain/ids.ts'
import { queueTeam } from '../../shared/domain/landing.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { SourceGroup } from './load-source.ts'

export interface ImportedAt {
  readonly takenAt: string
  /** What the source calls itself. */
  readonly system: string
  /** By the hub's clock. */
  readonly now: string
}

/**
 * The facts of the source with what is decided here put back: once a group is in, its segment, team, holder and
 * lock are ours, and a holder of a service request stays until the source changes it (IMP-6).
 */
export function keepDecisions(
  facts: CaseGroup,
  present: CaseGroup | undefined,
  source: SourceGroup,
  index: OrganisationIndex,
  { takenAt, system, now }: ImportedAt,
): CaseGroup {
  if (!present) return facts
  const seen = seenMovedWhileLocked(source, takenAt)
  return {
    ...facts,
    serviceRequests: keepHolders(facts.serviceRequests, present, source, takenAt),
    segment: present.segment,
    team: teamOf(present, index),
    holder: present.holder,
    assignedOn: present.assignedOn,
    lock: present.lock,
    movedWhileLocked: seen ?? (source.group.lock_on === 'Y' ? present.movedWhileLocked : null),
    // Once reached, Maintenance is never unreached (ALLOC-5).
    reachedMaintenance: facts.reachedMaintenance || present.reachedMaintenance,
    history: seen ? remember(present.history, movedEntry(seen, system, now)) : present.history,
  }
}

// The team of an unassigned group follows its segment: a team that is there no more would hide it from every leader.
function teamOf({ team, holder, segment }: CaseGroup, index: OrganisationIndex): TeamId | null {
  if (team === null || holder !== null || index.teams.get(team)?.segment === segment) return team
  return queueTeam(segment, index)
}

function keepHolders(
  requests: readonly ServiceRequest[],
  present: CaseGroup,
  source: SourceGroup,
  takenAt: string,
): readonly ServiceRequest[] {
  const ours = new Map(present.serviceRequests.map(request => [request.number as string, request]))
  const changed = new Set(
    source.requests.filter(row => row.holder_changed_at === takenAt).map(row => row.sr_number),
  )
  return requests.map(request => {
    const known = ours.get(request.number)
    return known && !changed.has(request.number) ? { ...request, holder: known.holder } : request
  })
}

/** Locked in two extracts running, and in another segment in the second: the source moved it all the same (IMP-9). */
function seenMovedWhileLocked({ group }: SourceGroup, takenAt: string): MovedWhileLocked | null {
  const lockedBefore = group.lock_changed_at !== takenAt
  if (group.lock_on !== 'Y' || !lockedBefore || group.segment_changed_at !== takenAt) return null
  return { from: group.segment_before as SegmentName, to: group.segment_name as SegmentName, seenAt: takenAt }
}

const movedEntry = ({ from, to }: MovedWhileLocked, system: string, at: string): HistoryEntry => ({
  at,
  actor: { kind: 'system', system },
  event: { kind: 'moved-while-locked', from, to },
  reason: null,
  batch: null,
})
