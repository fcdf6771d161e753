import { z } from 'zod'
import type { AggregateKind, AggregateOf } from '../domain/aggregate.ts'
import type { CaseGroup } from '../domain/case-group.ts'
import { clientId, type MasterCaseNumber, staffNumber } from '../domain/ids.ts'
import type { Organisation } from '../domain/organisation.ts'
import type { BucketId } from './buckets.ts'
import type { SequencedResult } from './push.ts'

// A manager of very many teams without a leader has a bucket of each in it (TEAM-3).
const cookie = z.string().max(65_536).nullable()

export const pullRequest = z.strictObject({
  protocol: z.int(),
  schema: z.int(),
  /** As in a push. */
  staffNumber,
  clientId,
  /** The cookies of the last page that was kept, as they came; null starts from nothing. */
  caseload: cookie,
  sensitive: cookie,
  /** Results up to this seq are known here. */
  resultsAfter: z.int().nonnegative(),
})
export type PullRequest = z.output<typeof pullRequest>

/** The document as it is now, and every granted bucket that it is in: this set replaces the one held. */
export type PutOp = {
  readonly op: 'put'
  readonly buckets: readonly BucketId[]
  /** 64 bits of the document's content, as 16 hexadecimal digits. */
  readonly stamp: string
} & (
  | { readonly kind: 'case-group'; readonly id: MasterCaseNumber; readonly document: CaseGroup }
  | { readonly kind: 'organisation'; readonly id: 'organisation'; readonly document: Organisation }
  | AggregatePut
)

type AggregatePut = {
  [Kind in AggregateKind]: {
    readonly kind: Kind
    readonly id: AggregateOf<Kind>['id']
    readonly document: AggregateOf<Kind>
  }
}[AggregateKind]

/** The document is in no granted bucket any more. */
export type RemoveOp = {
  [Kind in 'case-group' | 'organisation' | AggregateKind]: {
    readonly op: 'remove'
    readonly kind: Kind
    readonly id: string
  }
}['case-group' | 'organisation' | AggregateKind]

export type PatchOp = PutOp | RemoveOp

/** How many documents a bucket holds, and the XOR of their stamps. */
export type Digests = Readonly<Record<BucketId, readonly [count: number, digest: string]>>

/** One of the two parts of a pull: the caseload, or its nationally sensitive twin. */
export interface PullPart {
  readonly cookie: string
  /** Forget all of this part first: the hub could not prove the cookie. */
  readonly reset: boolean
  /** Forget these buckets first: the cookie was older than their tombstones. */
  readonly clear: readonly BucketId[]
  /** All granted buckets. What is held only in others goes. */
  readonly grants: readonly BucketId[]
  readonly patch: readonly PatchOp[]
  /** Another page follows at once; only the last one carries digests. */
  readonly more: boolean
  readonly digests: Digests | null
}

export interface PullReply {
  readonly protocol: number
  readonly lastSeq: number
  readonly results: readonly SequencedResult[]
  readonly caseload: PullPart
  /** Null for everybody who is not nominated (ACC-3). */
  readonly sensitive: PullPart | null
}
