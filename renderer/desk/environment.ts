import type { Beside } from '../storage/page-thread.ts'

/** What the desk cannot decide by itself: time, chance and the machine. Tests bring their own. */
export interface Environment extends Beside {
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly random: (bytes: number) => Uint8Array<ArrayBuffer>
  /** Calls `wake` when the machine wakes up or its network comes or goes; returns how to stop. */
  readonly onWake: (wake: () => void) => () => void
  readonly indexedDB: IDBFactory
  readonly IDBKeyRange: typeof globalThis.IDBKeyRange
  /** Runs `work` while no other window of this origin does. Null: there are no other windows. */
  readonly locks: LockManager | null
}

/** A number from 0 up to 1. */
export function fraction(random: Environment['random']): number {
  const [high = 0, low = 0] = random(2)
  return (high * 256 + low) / 65_536
}
