import type { Instant } from '../../shared/domain/time.ts'
import type { BucketId } from '../../shared/sync/buckets.ts'
import type { PullReply } from '../../shared/sync/pull.ts'
import type { Base, Page } from '../replica/base.ts'

/** Where a pull stood when it was kept. */
export interface CachePlace {
  /** The cookie of the caseload; the sensitive part starts from nothing each time (ACC-3). */
  readonly cookie: string
  readonly grants: readonly BucketId[]
  /** Whether pages of that pull were still to come. */
  readonly more: boolean
  readonly asOf: Instant | null
}

/** What was read back, in the order in which it is to be taken. */
export interface CacheContent {
  readonly place: CachePlace
  readonly pages: readonly Page[]
}

/** The base, sealed on this device. It may be lost at any time: the hub has all of it. */
export interface Cache {
  /** Keeps a page as it came, with its cookie: both or neither. Never rejects: what cannot be kept is fetched again. */
  keep(reply: PullReply, bytes: Uint8Array<ArrayBuffer>, asOf: Instant | null): Promise<void>
  /** These groups are not to be kept any longer as they were: gone from sight, or in fewer buckets. */
  outdate(ids: Iterable<string>): void
  /** Writes pages anew where that is due. Only between pulls, when the base is what the last page kept says. */
  tidy(base: Base): Promise<void>
  /** Nothing is to be kept any longer of what was. */
  forget(): Promise<void>
  close(): void
}

/** Without a key, or where storage fails: nothing is kept. */
export const noCache: Cache = {
  keep: async () => {},
  outdate() {},
  tidy: async () => {},
  forget: async () => {},
  close() {},
}
