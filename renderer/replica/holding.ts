import { type Aggregate, type AggregateKind, documentName } from '../../shared/domain/aggregate.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { MasterCaseNumber } from '../../shared/domain/ids.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import type { BucketId } from '../../shared/sync/buckets.ts'
import type { PatchOp, PutOp } from '../../shared/sync/pull.ts'
import { count, type Digest, emptyDigest } from './digest.ts'

/** A document as the hub confirmed it, with the granted buckets that it is in. */
export interface Held<Document> {
  readonly document: Document
  readonly buckets: readonly BucketId[]
  readonly stamp: string
}

/** What one part of the pull holds here: the caseload, or its nationally sensitive twin. */
export interface Holding {
  readonly groups: Map<MasterCaseNumber, Held<CaseGroup>>
  organisation: Held<Organisation> | undefined
  /** By `documentName`. */
  readonly aggregates: Map<string, Held<Aggregate>>
  readonly digests: Map<BucketId, Digest>
  /** Tens of thousands of documents share a few hundred sets of buckets: one array each, not one a document. */
  readonly sets: Map<string, readonly BucketId[]>
}

export const emptyHolding = (): Holding => ({
  groups: new Map(),
  organisation: undefined,
  aggregates: new Map(),
  digests: new Map(),
  sets: new Map(),
})

/** Takes one op of a patch. */
export function take(holding: Holding, op: PatchOp): void {
  if (op.kind === 'organisation') takeOrganisation(holding, op)
  else if (op.kind === 'case-group') takeGroup(holding, op)
  else takeAggregate(holding, op)
}

type OpOf<Kind> = Extract<PatchOp, { readonly kind: Kind }>

function takeOrganisation(holding: Holding, op: OpOf<'organisation'>): void {
  if (holding.organisation) countOut(holding, holding.organisation)
  holding.organisation = op.op === 'put' ? keep(holding, op, op.document) : undefined
}

function takeGroup(holding: Holding, op: OpOf<'case-group'>): void {
  const id = op.id as MasterCaseNumber
  const before = holding.groups.get(id)
  if (before) countOut(holding, before)
  if (op.op === 'put') holding.groups.set(id, keep(holding, op, op.document))
  else holding.groups.delete(id)
}

function takeAggregate(holding: Holding, op: OpOf<AggregateKind>): void {
  const name = documentName(op.kind, op.id)
  const before = holding.aggregates.get(name)
  if (before) countOut(holding, before)
  if (op.op === 'put') holding.aggregates.set(name, keep<Aggregate>(holding, op, op.document))
  else holding.aggregates.delete(name)
}

/** Takes documents out of all buckets that `lost` names; what is in none then, goes. Says by name which it touched. */
export function forgetBuckets(holding: Holding, lost: (bucket: BucketId) => boolean): readonly string[] {
  const touched = [
    ...narrowed(holding, holding.groups, lost),
    ...narrowed<string, Aggregate>(holding, holding.aggregates, lost),
  ]
  if (holding.organisation?.buckets.some(lost)) {
    holding.organisation = without(holding, holding.organisation, lost)
  }
  for (const bucket of holding.digests.keys()) if (lost(bucket)) holding.digests.delete(bucket)
  return touched
}

function narrowed<Name extends string, Document>(
  holding: Holding,
  documents: Map<Name, Held<Document>>,
  lost: (bucket: BucketId) => boolean,
): readonly Name[] {
  const touched: Name[] = []
  for (const [name, held] of documents) {
    if (!held.buckets.some(lost)) continue
    touched.push(name)
    const left = without(holding, held, lost)
    if (left) documents.set(name, left)
    else documents.delete(name)
  }
  return touched
}

function keep<Document>(holding: Holding, { buckets, stamp }: PutOp, document: Document): Held<Document> {
  for (const bucket of buckets) count(digestOf(holding, bucket), stamp, 1)
  return { document, buckets: shared(holding, buckets), stamp }
}

function without<Document>(
  holding: Holding,
  held: Held<Document>,
  lost: (bucket: BucketId) => boolean,
): Held<Document> | undefined {
  countOut(holding, held)
  const buckets = held.buckets.filter(bucket => !lost(bucket))
  for (const bucket of buckets) count(digestOf(holding, bucket), held.stamp, 1)
  return buckets.length > 0 ? { ...held, buckets: shared(holding, buckets) } : undefined
}

function countOut(holding: Holding, { buckets, stamp }: Held<unknown>): void {
  for (const bucket of buckets) count(digestOf(holding, bucket), stamp, -1)
}

function digestOf({ digests }: Holding, bucket: BucketId): Digest {
  const found = digests.get(bucket)
  if (found) return found
  const made = emptyDigest()
  digests.set(bucket, made)
  return made
}

function shared({ sets }: Holding, buckets: readonly BucketId[]): readonly BucketId[] {
  const key = buckets.join('\n')
  const found = sets.get(key)
  if (found) return found
  sets.set(key, buckets)
  return buckets
}
