import { z } from 'zod'
import type { BucketId } from '../../shared/sync/buckets.ts'
import type { Digests, PatchOp, PullReply } from '../../shared/sync/pull.ts'
import { sequencedResult } from '../../shared/sync/push.ts'

const buckets = z.custom<readonly BucketId[]>(Array.isArray)

// What frames the documents; they themselves are the hub's word, and 50,000 of them are not walked through twice.
const part = z.object({
  cookie: z.string(),
  reset: z.boolean(),
  clear: buckets,
  grants: buckets,
  patch: z.custom<readonly PatchOp[]>(Array.isArray),
  more: z.boolean(),
  digests: z.custom<Digests>(value => typeof value === 'object' && value !== null).nullable(),
})

const frame = z.object({
  protocol: z.int(),
  lastSeq: z.int().nonnegative(),
  results: z.array(sequencedResult),
  caseload: part,
  sensitive: part.nullable(),
})

/** A page of a pull; undefined for what is not one. */
export function readPage(body: unknown): PullReply | undefined {
  return frame.safeParse(body).data
}
