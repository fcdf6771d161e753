import type { StaffNumber } from '../domain/ids.ts'
import type { Lock } from '../domain/lock.ts'
import type { Instant } from '../domain/time.ts'

/**
 * Whether it is another lock than the one that was seen. A person knows the lock that he set himself: set without
 * network it got the hub's time, and is no other for that.
 */
export function isUnknownLock(lock: Lock, sawSince: Instant, actor: StaffNumber): boolean {
  return lock.since !== sawSince && lock.by !== actor
}
