/** How long after a pull the next one comes by itself. */
export const EVERY = 60_000

const FIRST = 1_000

// A hub that is back is not waited for any longer than this, also where no network tells of it.
const LONGEST = 20_000

/**
 * How long to wait after so many failures one after the other: longer each time, spread at random so that desks
 * that failed together do not come back together; never sooner than the hub asked for.
 */
export function backOff(failures: number, retryAfter: number | null, chance: number): number {
  const most = Math.min(LONGEST, FIRST * 2 ** Math.min(failures, 10))
  return (retryAfter ?? 0) * 1_000 + most * (0.5 + chance / 2)
}

/** The pause between two pulls, a fifth more or less. */
export function pause(chance: number): number {
  return EVERY * (0.8 + chance * 0.4)
}
