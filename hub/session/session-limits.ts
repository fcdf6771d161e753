/** How long somebody stays signed in. */
export interface SessionLimits {
  /** After so long without a hand on the desk it locks itself. */
  readonly idleMinutes: number
  /** After so long one signs in again, whatever one did. */
  readonly hours: number
}

export const usualSession: SessionLimits = { idleMinutes: 15, hours: 12 }
