import type { CaseGroup } from '../domain/case-group.ts'
import type { HistoryEntry } from '../domain/history.ts'
import type { StaffNumber } from '../domain/ids.ts'
import { type LockNotice, lockMarkOf } from '../domain/lock-notice.ts'
import { daysBetween, londonDate, londonTime, type PlainDate } from '../domain/time.ts'
import { longDate } from './date-words.ts'
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

/** What became of those whose groups he is not sent any more, as long, newest first. */
export function lockNoticesFor(
  notices: Iterable<LockNotice>,
  { staff }: Viewpoint,
  today: PlainDate,
): readonly LockNotice[] {
  return [...notices]
    .filter(({ to, at }) => to === staff.number && daysBetween(londonDate(at), today) <= TOLD_FOR_DAYS)
    .sort((a, b) => (a.at > b.at ? -1 : 1))
}

/** It names no group: that is not his to see (ACC-4). */
export function lockNoticeWords({ since, became }: LockNotice): string {
  const of = `${longDate(londonDate(since))} at ${londonTime(since)}`
  return `The lock that you set on ${of} was ${became}. Its case group is no longer with you`
}

const isBy = ({ actor }: HistoryEntry, staff: StaffNumber) => actor.kind === 'person' && actor.staff === staff

function newestFirst(a: ToldOfLock, b: ToldOfLock): number {
  if (a.entry.at !== b.entry.at) return a.entry.at > b.entry.at ? -1 : 1
  return a.group.id < b.group.id ? -1 : 1
}
