import type { Actor, HistoryEntry, LockMark } from './history.ts'
import type { Id, StaffNumber } from './ids.ts'
import type { Instant } from './time.ts'

export type LockNoticeId = Id<'lock-notice'>

/**
 * Whoever set a lock is told what became of it, though he is not sent its group any more (LOCK-11, ACC-4): which of his
 * locks, and who did it. Nothing in it is of the group or of a client, its number included.
 */
export interface LockNotice {
  readonly kind: 'lock-notice'
  readonly id: LockNoticeId
  readonly to: StaffNumber
  /** When he set it. */
  readonly since: Instant
  readonly became: 'kept' | 'cleared'
  readonly at: Instant
  readonly actor: Actor
}

/** The lock that an entry tells the end or the review of. */
export function lockMarkOf({ event }: HistoryEntry): LockMark | null {
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
