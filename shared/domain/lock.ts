import type { StaffNumber } from './ids.ts'
import type { Instant } from './time.ts'

/** The lock assignment flag of a case group: while on, allocation does not move it (LOCK-1). */
export interface Lock {
  readonly by: StaffNumber | null
  /** When it was set; where the extract does not say, when it was first seen (IMP-9). */
  readonly since: Instant
  readonly sinceIsFirstSeen: boolean
  readonly reason: string | null
}
