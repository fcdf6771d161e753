import type { Aggregate, AggregateKind, AggregateOf } from '../../shared/domain/aggregate.ts'
import type { PutOp } from '../../shared/sync/pull.ts'
import type { Base } from './base.ts'
import type { Held } from './holding.ts'

/** All aggregates of a kind as they are shown, by id: what the hub confirmed under what is intended. */
export function aggregatesOf<Kind extends AggregateKind>(
  { caseload, sensitive }: Base,
  intended: ReadonlyMap<string, Aggregate>,
  kind: Kind,
): ReadonlyMap<string, AggregateOf<Kind>> {
  const found = new Map<string, AggregateOf<Kind>>()
  const add = (aggregate: Aggregate) => {
    if (isOf(kind, aggregate)) found.set(aggregate.id, aggregate)
  }
  for (const { document } of caseload.aggregates.values()) add(document)
  for (const { document } of sensitive.aggregates.values()) add(document)
  for (const aggregate of intended.values()) add(aggregate)
  return found
}

function isOf<Kind extends AggregateKind>(kind: Kind, aggregate: Aggregate): aggregate is AggregateOf<Kind> {
  return aggregate.kind === kind
}

/** The operation that would put it here. */
export function aggregatePut(held: Held<Aggregate>): PutOp {
  const { kind, id } = held.document
  return { op: 'put', kind, id, ...held } as PutOp
}
