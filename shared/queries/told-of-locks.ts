import type { CaseGroup } from '../domain/case-group.ts'
import type { HistoryEntry, LockMark } from '../domain/history.ts'
import type { StaffNumber } from '../domain/ids.ts'
import { daysBetween, londonDate, type PlainDate } from '../domain/time.ts'
import { type Changes, rowsAfter } from './rows-after.ts'
import type { Viewpoint } from './viewpoint.ts'

/** What somebody else did with a lock that the person had set (LOCK-11). */
export interface ToldOfLock {
  readonly group: CaseGroup
  readonly entry: HistoryEntry
}

const TOLD_FOR_DAYS = 28

/** What became of the locks a person set, for 28 days, newest first: of the groups that he is still sent. */
export function toldOfLocksAfter(
  told: readonly ToldOfLock[],
  changes: Changes,
  { staff }: Viewpoint,
  today: PlainDate,
): readonly ToldOfLock[] {
  const concerns = (entry: HistoryEntry) =>
    lockMarkOf(entry)?.setBy === staff.number &&
    !isBy(entry, staff.number) &&
    daysBetween(londonDate(entry.at), today) <= TOLD_FOR_DAYS
  const read = (group: CaseGroup) => group.history.filter(concerns).map(entry => ({ group, entry }))
  return rowsAfter(told, changes, read, newestFirst)
}

/** The lock that an entry tells the end or the review of. */
function lockMarkOf({ event }: HistoryEntry): LockMark | null {
  switch (event.kind) {
    case 'lock-kept':
    case 'lock-cleared':
    case 'lock-overruled':
      return event
    case 'returned':
      return event.lockCleared
    default:
      return null
  }
}

const isBy = ({ actor }: HistoryEntry, staff: StaffNumber) => actor.kind === 'person' && actor.staff === staff

function newestFirst(a: ToldOfLock, b: ToldOfLock): number {
  if (a.entry.at !== b.entry.at) return a.entry.at > b.entry.at ? -1 : 1
  return a.group.id < b.group.id ? -1 : 1
}
