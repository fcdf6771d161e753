import { placementOf } from '../domain/allocation.ts'
import { HIGHEST_RANK } from '../domain/bom-index.ts'
import type { CaseGroup } from '../domain/case-group.ts'
import type { SegmentName } from '../domain/ids.ts'
import { lockKeepingOf, mayLockForAac } from '../domain/incident-lock.ts'
import type { Lock } from '../domain/lock.ts'
import { openWorkCount } from '../domain/open-work.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { daysBetween, londonDate, type PlainDate } from '../domain/time.ts'
import { type Due, nextDueOf } from './due.ts'
import { headsManagersList, type LockReviewing, reviewingOf } from './lock-reviewing.ts'
import { pendingSince } from './pending-since.ts'
import { type Changes, rowsAfter } from './rows-after.ts'
import { isOverseen, type Viewpoint } from './viewpoint.ts'

/** What is wrong with a lock (LOCK-7), worst first. */
export const lockFaults = [
  'moved-while-locked',
  'overdue-review',
  'incident-closed',
  'would-not-move',
  'no-open-work',
  'no-reason',
] as const
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
  readonly reviewing: LockReviewing
  readonly faults: readonly LockFault[]
}

/** Where a lock stands in a list: for review first, then what is wrong, then the rest (LOCK-12). */
export type LockPlace = 'review' | 'wrong' | 'right'

/** From its review date it heads the team leader's list; the segment manager's when it has come to him. */
export function lockPlaceOf({ reviewing, faults }: LockedGroup, view: Viewpoint): LockPlace {
  const heads = view.kind === 'segment' ? headsManagersList(reviewing) : reviewing.isDue
  return heads ? 'review' : faults.length > 0 ? 'wrong' : 'right'
}

/** The locks of a team or segment: those for review first, then those with most wrong, then the oldest. */
export function locksAfter(
  locks: readonly LockedGroup[],
  changes: Changes,
  view: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
): readonly LockedGroup[] {
  const read = (group: CaseGroup) =>
    group.lock && isOverseen(group, view) ? lockedGroup(group, group.lock, index, today) : null
  return rowsAfter(locks, changes, read, inOrderFor(view))
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
  const reviewing = reviewingOf(group, lock, index, today)
  // An incident keeps it on, whatever else it does or does not (LOCK-6).
  const isKept = lockKeepingOf(group, today) !== null
  return {
    group,
    lock,
    ageDays: Math.max(0, daysBetween(londonDate(lock.since), today)),
    openWork,
    due: nextDueOf(group),
    destination,
    destinationSince: destination === null ? null : pendingSince(group, placement, index.bom),
    reviewing,
    faults: faultsOf({
      'moved-while-locked': group.movedWhileLocked !== null,
      'overdue-review': reviewing.state === 'overdue',
      'incident-closed': isForAac(lock) && !isKept && !mayLockForAac(group),
      'would-not-move': destination === null && !isKept,
      'no-open-work': openWork === 0 && !isKept,
      'no-reason': lock.reason === null,
    }),
  }
}

const isForAac = ({ category }: Lock) => category === 'incident-with-aac'

const faultsOf = (found: Readonly<Record<LockFault, boolean>>) => lockFaults.filter(fault => found[fault])

/** The source moved it while locked, but the rule would have, too: nationally sensitive overrules a lock (LOCK-4). */
export function movedByTheRule(
  { movedWhileLocked, sensitive }: CaseGroup,
  index: OrganisationIndex,
): boolean {
  if (!movedWhileLocked || !sensitive) return false
  return index.bom.caseOwning.get(movedWhileLocked.to)?.rank === HIGHEST_RANK
}

const places: Readonly<Record<LockPlace, number>> = { review: 0, wrong: 1, right: 2 }
const moved = ({ faults }: LockedGroup) => (faults.includes('moved-while-locked') ? 1 : 0)

const inOrderFor = (view: Viewpoint) => (a: LockedGroup, b: LockedGroup) => {
  const [one, other] = [lockPlaceOf(a, view), lockPlaceOf(b, view)]
  if (one !== other) return places[one] - places[other]
  const [due, later] = [a.lock.reviewOn ?? '', b.lock.reviewOn ?? '']
  if (one === 'review' && due !== later) return due < later ? -1 : 1
  if (moved(a) !== moved(b)) return moved(b) - moved(a)
  if (a.faults.length !== b.faults.length) return b.faults.length - a.faults.length
  if (a.lock.since !== b.lock.since) return a.lock.since < b.lock.since ? -1 : 1
  return a.group.id < b.group.id ? -1 : 1
}
