import { z } from 'zod'
import type { Lock } from '../domain/lock.ts'

/** How often the lock had been reviewed as it was seen; left out by what waited from before this was asked. */
export const sawRenewals = z.int().nonnegative().optional()

/** Whether a review kept the lock since it was seen: the first at the hub stands (LOCK-8). */
export function isReviewedSince(lock: Lock, renewals: number | undefined): boolean {
  return renewals !== undefined && lock.reviews.length > renewals
}
