import { placementOf } from '../domain/allocation.ts'
import type { CaseGroup } from '../domain/case-group.ts'
import type { SegmentName } from '../domain/ids.ts'
import type { Lock } from '../domain/lock.ts'
import { openWorkCount } from '../domain/open-work.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { daysBetween, londonDate, type PlainDate } from '../domain/time.ts'
import { type Due, nextDueOf } from './due.ts'
import { pendingSince } from './pending-since.ts'
import { type Changes, rowsAfter } from './rows-after.ts'
import { isOverseen, type Viewpoint } from './viewpoint.ts'

/** What is wrong with a lock (LOCK-7), worst first. */
export const lockFaults = ['moved-while-locked', 'would-not-move', 'no-open-work', 'no-reason'] as const
export type LockFault = (typeof lockFaults)[number]

export interface LockedGroup {
  readonly group: CaseGroup
  readonly lock: Lock
  readonly ageDays: number
  readonly openWork: number
  readonly due: Due | null
  /** Where it would go if unlocked now (LOCK-5); null: it would stay. */
  readonly destination: SegmentName | null
  /** Since when it belongs there; null where no fact with a date says so. */
  readonly destinationSince: PlainDate | null
  readonly faults: readonly LockFault[]
}

/** The locks of a team or segment, those with most wrong first, then the oldest. */
export function locksAfter(
  locks: readonly LockedGroup[],
  changes: Changes,
  view: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
): readonly LockedGroup[] {
  const read = (group: CaseGroup) =>
    group.lock && isOverseen(group, view) ? lockedGroup(group, group.lock, index, today) : null
  return rowsAfter(locks, changes, read, worstFirst)
}

/** All about the lock of one group. */
export function lockedGroup(
  group: CaseGroup,
  lock: Lock,
  index: OrganisationIndex,
  today: PlainDate,
): LockedGroup {
  const placement = placementOf(group, index.bom)
  const destination = placement.heldByLock || placement.wouldMove ? placement.segment : null
  const openWork = openWorkCount(group)
  return {
    group,
    lock,
    ageDays: Math.max(0, daysBetween(londonDate(lock.since), today)),
    openWork,
    due: nextDueOf(group),
    destination,
    destinationSince: destination === null ? null : pendingSince(group, placement.rank),
    faults: faultsOf(group, lock, openWork, destination),
  }
}

function faultsOf(group: CaseGroup, lock: Lock, openWork: number, destination: SegmentName | null) {
  const found: Record<LockFault, boolean> = {
    'moved-while-locked': group.movedWhileLocked !== null,
    'would-not-move': destination === null,
    'no-open-work': openWork === 0,
    'no-reason': lock.reason === null,
  }
  return lockFaults.filter(fault => found[fault])
}

const moved = ({ faults }: LockedGroup) => (faults.includes('moved-while-locked') ? 1 : 0)

function worstFirst(a: LockedGroup, b: LockedGroup): number {
  if (moved(a) !== moved(b)) return moved(b) - moved(a)
  if (a.faults.length !== b.faults.length) return b.faults.length - a.faults.length
  if (a.lock.since !== b.lock.since) return a.lock.since < b.lock.since ? -1 : 1
  return a.group.id < b.group.id ? -1 : 1
}
