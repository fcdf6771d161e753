import type { CaseGroup } from '../domain/case-group.ts'
import type { Incident } from '../domain/incident.ts'
import { mayLockForAac } from '../domain/incident-lock.ts'
import type { Lock } from '../domain/lock.ts'
import { addDays, type Instant, londonDate, type PlainDate } from '../domain/time.ts'
import { dayWords } from './deadline.ts'

/** A lock that was set for AAC and is on still, though no incident needs it any more. */
export interface LockAfterIncident {
  readonly lock: Lock
  /** The last that kept it on, and when that ended. */
  readonly incident: Incident
  readonly endedAt: Instant
  /** The first day on which it can come off: after what was directed, or at once (INC-12, LOCK-6). */
  readonly from: PlainDate
}

/** Null: it is off, is for something else, is needed still, or was looked at and kept since (LOCK-8). */
export function lockAfterIncident(group: CaseGroup): LockAfterIncident | null {
  const last = lastUnderLock(group)
  if (last?.lock.category !== 'incident-with-aac') return null
  const isKept = last.lock.reviews.some(({ at }) => Date.parse(at) >= Date.parse(last.endedAt))
  return isKept ? null : last
}

/** The incident that kept the lock on longest, whatever the lock is for; null: it is off, or one keeps it on still. */
export function lastUnderLock(group: CaseGroup): LockAfterIncident | null {
  const { lock, incidents } = group
  if (!lock || mayLockForAac(group)) return null
  const [last] = incidents
    .flatMap(incident => endedUnder(lock, incident))
    .sort((a, b) => Date.parse(b.from) - Date.parse(a.from) || Date.parse(b.endedAt) - Date.parse(a.endedAt))
  return last ?? null
}

// What ended before the lock was set never kept it on.
function endedUnder(lock: Lock, incident: Incident): readonly LockAfterIncident[] {
  const end = incident.history.findLast(({ to }) => to === 'closed' || to === 'withdrawn')
  if (!end || Date.parse(end.at) < Date.parse(lock.since)) return []
  const { direction } = incident
  const from = direction ? addDays(direction.until, 1) : londonDate(end.at)
  return [{ lock, incident, endedAt: end.at, from }]
}

/** `was closed on Friday 20 November 2026`. */
export const endedWords = ({ incident, endedAt }: LockAfterIncident): string =>
  `was ${incident.state === 'withdrawn' ? 'withdrawn' : 'closed'} on ${dayWords(londonDate(endedAt))}`
