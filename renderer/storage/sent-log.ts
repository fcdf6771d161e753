import type { ClientId } from '../../shared/domain/ids.ts'
import type { StoredEntry } from '../outbox/stored-entry.ts'

/** What the hub is known to have taken from this desk. */
export interface Position {
  /** What the desk's commands are counted under; another one after the hub went back in time. */
  readonly clientId: ClientId
  readonly lastSeq: number
}

/** Accepted commands, kept for 14 days: a hub restored from a backup may have lost them. */
export interface SentLog {
  readonly position: Position
  /** The highest place in the outbox that one of them had. */
  readonly lastPlace: number
  record(accepted: readonly StoredEntry[], position: Position): Promise<void>
  kept(): Promise<readonly StoredEntry[]>
  /** They wait in the outbox again, under another client: both or neither is written, and only after `first` is durable. */
  release(places: readonly number[], position: Position, first: Promise<unknown>): Promise<void>
  /** Resolves when all that was asked for is written, or has failed. */
  idle(): Promise<void>
  close(): void
}

/** For a desk that may keep nothing: the log of this session. */
export function memorySentLog(clientId: ClientId): SentLog {
  let position: Position = { clientId, lastSeq: 0 }
  let kept: readonly StoredEntry[] = []
  return {
    get position() {
      return position
    },
    lastPlace: 0,
    async record(accepted, at) {
      kept = [...kept, ...accepted]
      position = at
    },
    kept: async () => kept,
    async release(places, at) {
      position = at
      const gone = new Set(places)
      kept = kept.filter(({ seq }) => !gone.has(seq))
    },
    idle: async () => {},
    close() {},
  }
}
