import type { Decision, Put } from '../../shared/commands/command.ts'
import { run } from '../../shared/commands/run.ts'
import {
  type Aggregate,
  type AggregateKind,
  type AggregateOf,
  documentName,
} from '../../shared/domain/aggregate.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { CommandId, MasterCaseNumber, StaffNumber } from '../../shared/domain/ids.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import { indexOrganisation, indexWith } from '../../shared/domain/organisation-index.ts'
import type { Instant, PlainDate } from '../../shared/domain/time.ts'
import { bucketsOf, bucketsOfAggregate, grantsOf, isSensitiveBucket } from '../../shared/sync/buckets.ts'
import type { CommandResult, PushRequest } from '../../shared/sync/push.ts'
import type { World } from './first-world.ts'

/** What the hub ought to be: commands done one after the other on plain values, without buckets, versions or rows. */
export interface Model {
  organisation: Organisation
  readonly groups: Map<MasterCaseNumber, CaseGroup>
  /** By `documentName`. */
  readonly aggregates: Map<string, Aggregate>
  readonly lastSeq: Map<string, number>
  readonly results: Map<CommandId, CommandResult>
}

export function modelOf({ organisation, groups }: World): Model {
  return {
    organisation,
    groups: new Map(groups.map(group => [group.id, group])),
    aggregates: new Map(),
    lastSeq: new Map(),
    results: new Map(),
  }
}

/** The model as a backup would have it: its documents are never changed in place. */
export function copyOf(model: Model): Model {
  return {
    organisation: model.organisation,
    groups: new Map(model.groups),
    aggregates: new Map(model.aggregates),
    lastSeq: new Map(model.lastSeq),
    results: new Map(model.results),
  }
}

/** A push that the hub took. */
export function takePush(
  model: Model,
  actor: StaffNumber,
  { clientId, commands }: PushRequest,
  now: Instant,
) {
  for (const { seq, envelope } of commands) {
    if (seq <= (model.lastSeq.get(clientId) ?? 0)) continue
    model.lastSeq.set(clientId, seq)
    if (model.results.has(envelope.id)) continue
    const decision = run(envelope, actor, now, {
      organisation: () => indexOf(model),
      caseGroup: id => model.groups.get(id),
      aggregate: <Kind extends AggregateKind>(kind: Kind, id: AggregateOf<Kind>['id']) =>
        model.aggregates.get(documentName(kind, id)) as AggregateOf<Kind> | undefined,
    })
    model.results.set(envelope.id, resultOf(decision))
    if (decision.ok) for (const put of decision.puts) keep(model, put)
  }
}

function keep(model: Model, put: Put): void {
  if (put.kind === 'case-group') model.groups.set(put.id, put)
  else model.aggregates.set(documentName(put.kind, put.id), put)
}

const indexOf = ({ organisation, aggregates }: Pick<Model, 'organisation' | 'aggregates'>) =>
  indexWith(indexOrganisation(organisation), [...aggregates.values()])

function resultOf(decision: Decision): CommandResult {
  return decision.ok ? { kind: 'accepted' } : { kind: 'refused', refusal: { ...decision.refusal } }
}

/** What the person may see of a part, by name. */
export function visibleTo(
  person: StaffNumber,
  model: Model,
  part: 'caseload' | 'sensitive',
  today: PlainDate,
): ReadonlyMap<string, Put> {
  const index = indexOf(model)
  const granted = new Set(
    grantsOf(person, index, today).filter(bucket => isSensitiveBucket(bucket) === (part === 'sensitive')),
  )
  const buckets = (put: Put) =>
    put.kind === 'case-group' ? bucketsOf(put, index) : bucketsOfAggregate(put, index)
  const all: readonly (readonly [string, Put])[] = [...model.groups, ...model.aggregates]
  return new Map(all.filter(([, put]) => buckets(put).some(bucket => granted.has(bucket))))
}

export function hasAccess(person: StaffNumber, { organisation }: Model): boolean {
  return indexOrganisation(organisation).staff.get(person)?.access === 'active'
}
