import type { StaffNumber } from './ids.ts'
import { daysBetween, type Instant, type PlainDate } from './time.ts'

/** What a lock can be for; keeping ownership is none of them (LOCK-2). */
export const lockCategories = ['enforcement-action', 'incident-with-aac', 'other-client-benefit'] as const
export type LockCategory = (typeof lockCategories)[number]

/** A lock that was looked at and kept; never changed or deleted (LOCK-8). */
export interface LockReview {
  readonly at: Instant
  readonly by: StaffNumber
  readonly keptUntil: PlainDate
  readonly reason: string
}

/** The lock assignment flag of a case group: while on, allocation does not move it (LOCK-1). */
export interface Lock {
  readonly by: StaffNumber | null
  /** When it was set; where the extract does not say, when it was first seen (IMP-9). Reviews leave it (LOCK-12). */
  readonly since: Instant
  readonly sinceIsFirstSeen: boolean
  /** Null, like `reviewOn`, of a lock that came with the extract until its first review. */
  readonly category: LockCategory | null
  /** How the clients benefit. */
  readonly reason: string | null
  readonly reviewOn: PlainDate | null
  /** Oldest first; each one a renewal. */
  readonly reviews: readonly LockReview[]
}

/** How far ahead a review may be (LOCK-2). */
export const REVIEW_DAYS = 28

/** After so many renewals only the segment manager renews (LOCK-12). */
export const LEADERS_RENEWALS = 3

/** Why a lock cannot be reviewed on that day; nothing: it can (LOCK-2, LOCK-8). */
export function reviewDateObjection(on: PlainDate, today: PlainDate): string | undefined {
  const days = daysBetween(today, on)
  if (days < 0) return 'The review date has passed; choose a day from today on.'
  return days > REVIEW_DAYS
    ? `The review date is too far ahead; choose a day within ${REVIEW_DAYS} days.`
    : undefined
}
