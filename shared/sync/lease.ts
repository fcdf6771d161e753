/** How long a device may go without its hub before what it keeps of the caseload cannot be read any more. */
export const LEASE_DAYS = 14

const LEASE = LEASE_DAYS * 86_400_000

/** Times in milliseconds since 1970, by the device's own clock. */
export interface Lease {
  readonly contact: number
  /** The latest that it has ever been here, as far as was seen: it never goes back. */
  readonly highest: number
}

/** The hub answered: both begin anew, whatever the clock said before. */
export const leaseFrom = (now: number): Lease => ({ contact: now, highest: now })

/**
 * What is known of the time now. `ran` is how long the desk ran since it last looked, by a clock that nobody can
 * set: one that was set back gains nothing while the desk is open.
 */
export function seenAt({ contact, highest }: Lease, now: number, ran: number): Lease {
  return { contact, highest: Math.max(highest + Math.max(0, ran), now) }
}

/** Whether the device has gone too long without its hub. */
export const isOver = ({ contact, highest }: Lease): boolean => highest - contact > LEASE
