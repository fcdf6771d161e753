import type { Instant } from '../../shared/domain/time.ts'
import type { CachePlace } from '../storage/cache.ts'
import { pullOnce } from './pull-once.ts'
import { pushOnce, unsent } from './push-once.ts'
import { openMemory, type Step, type SyncStand } from './sync-memory.ts'

/** The two steps that synchronising is made of; one at a time. */
export interface Sync {
  /** Sends the next commands, if it is known how far the hub has counted. */
  pushOnce(): Promise<Step>
  /** Pulls to the end: all pages, then what became of the commands that were sent. */
  pullOnce(): Promise<Step>
  /** Commands that a push may send now. */
  hasUnsent(): boolean
  /** A pull is needed before anything else: its last one told of a mismatch, or there was none since an unknown outcome. */
  mustPull(): boolean
  /** Whether all pages of the caseload have come once. */
  isComplete(): boolean
  asOf(): Instant | undefined
}

export function openSync(stand: SyncStand, place: CachePlace | null): Sync {
  const memory = openMemory(stand, place)
  return {
    pushOnce: () => pushOnce(stand, memory),
    pullOnce: () => pullOnce(stand, memory),
    hasUnsent: () => unsent(stand, memory).length > 0,
    mustPull: () => memory.fenced || memory.again,
    isComplete: () => memory.complete,
    asOf: () => memory.asOf ?? undefined,
  }
}
