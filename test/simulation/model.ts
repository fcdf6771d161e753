import type { Decision } from '../../shared/commands/command.ts'
import { run } from '../../shared/commands/run.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { CommandId, MasterCaseNumber, StaffNumber } from '../../shared/domain/ids.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../shared/domain/organisation-index.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { bucketsOf, grantsOf, isSensitiveBucket } from '../../shared/sync/buckets.ts'
import type { CommandResult, PushRequest } from '../../shared/sync/push.ts'
import type { World } from './first-world.ts'

/** What the hub ought to be: commands done one after the other on plain values, without buckets, versions or rows. */
export interface Model {
  organisation: Organisation
  readonly groups: Map<MasterCaseNumber, CaseGroup>
  readonly lastSeq: Map<string, number>
  readonly results: Map<CommandId, CommandResult>
}

export function modelOf({ organisation, groups }: World): Model {
  return {
    organisation,
    groups: new Map(groups.map(group => [group.id, group])),
    lastSeq: new Map(),
    results: new Map(),
  }
}

/** The model as a backup would have it: its documents are never changed in place. */
export function copyOf(model: Model): Model {
  return {
    organisation: model.organisation,
    groups: new Map(model.groups),
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
      organisation: () => indexOrganisation(model.organisation),
      caseGroup: id => model.groups.get(id),
    })
    model.results.set(envelope.id, resultOf(decision))
    if (decision.ok) for (const put of decision.puts) model.groups.set(put.id, put)
  }
}

function resultOf(decision: Decision): CommandResult {
  return decision.ok ? { kind: 'accepted' } : { kind: 'refused', refusal: { ...decision.refusal } }
}

/** What the person may see of a part, by number. */
export function visibleTo(
  person: StaffNumber,
  { organisation, groups }: Model,
  part: 'caseload' | 'sensitive',
): ReadonlyMap<MasterCaseNumber, CaseGroup> {
  const index = indexOrganisation(organisation)
  const granted = new Set(
    grantsOf(person, index).filter(bucket => isSensitiveBucket(bucket) === (part === 'sensitive')),
  )
  const seen = [...groups].filter(([, group]) => bucketsOf(group, index).some(bucket => granted.has(bucket)))
  return new Map(seen)
}

export function hasAccess(person: StaffNumber, { organisation }: Model): boolean {
  return indexOrganisation(organisation).staff.get(person)?.access === 'active'
}
