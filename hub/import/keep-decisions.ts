import type { CaseGroup, MovedWhileLocked } from '../../shared/domain/case-group.ts'
import { type HistoryEntry, remember } from '../../shared/domain/history.ts'
import type { SegmentName } from '../../shared/domain/ids.ts'
import { carriedOver } from './carried-over.ts'
import { keepWork } from './keep-work.ts'
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
 * lock are ours, and what was done to its service requests and post stays until the source changes it (IMP-6).
 */
export function keepDecisions(
  facts: CaseGroup,
  before: CaseGroup | undefined,
  source: SourceGroup,
  { takenAt, system, now }: ImportedAt,
): CaseGroup {
  if (!before) return facts
  const present = carriedOver(before, facts.serviceRequests)
  const seen = seenMovedWhileLocked(source, takenAt)
  const worked = keepWork(facts, present, source, takenAt)
  return {
    ...worked,
    incidents: present.incidents,
    segment: present.segment,
    team: present.team,
    holder: present.holder,
    assignedOn: present.assignedOn,
    lock: present.lock,
    movedWhileLocked: seen ?? (source.group.lock_on === 'Y' ? present.movedWhileLocked : null),
    // Once reached, Maintenance is never unreached (ALLOC-5).
    reachedMaintenance: worked.reachedMaintenance || present.reachedMaintenance,
    history: seen ? remember(present.history, movedEntry(seen, system, now)) : present.history,
  }
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
