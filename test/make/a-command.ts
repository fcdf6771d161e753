import { type Decision, type DocumentKey, groupsIn, type Snapshot } from '../../shared/commands/command.ts'
import type { CommandName } from '../../shared/commands/commands.ts'
import type { Envelope } from '../../shared/commands/envelope.ts'
import { readsWith } from '../../shared/commands/reads-with.ts'
import { seenForReturn } from '../../shared/commands/return-to-segment.ts'
import { readsOf, run } from '../../shared/commands/run.ts'
import type { Aggregate, AggregateKind, AggregateOf } from '../../shared/domain/aggregate.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { CommandId } from '../../shared/domain/ids.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import { indexOrganisation, indexWith } from '../../shared/domain/organisation-index.ts'
import { anOrganisation, staff } from './an-organisation.ts'

export const NOW = '2026-11-21T09:30:00.000Z'

let made = 0

const nextId = () => `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}` as CommandId

export const aReason = 'Holder’s access removed; nobody has worked these since.'

export const anEnvelope = (
  name: CommandName,
  args: unknown,
  saw: unknown,
  reason: string | null = aReason,
): Envelope => ({
  id: nextId(),
  name,
  args,
  saw,
  issuedAt: NOW,
  reason,
  batch: null,
})

/** The world as one group, aggregates and the organisation, for deciding on. */
export const aSnapshot = (
  group: CaseGroup | undefined,
  organisation: Organisation = anOrganisation(),
  aggregates: readonly Aggregate[] = [],
): Snapshot => ({
  organisation: () => indexWith(indexOrganisation(organisation), aggregates),
  caseGroup: id => (id === group?.id ? group : undefined),
  aggregate: <Kind extends AggregateKind>(kind: Kind, id: AggregateOf<Kind>['id']) =>
    aggregates.find(each => each.kind === kind && each.id === id) as AggregateOf<Kind> | undefined,
})

/** As the hub has it: what a command did not say it reads, it may not touch. */
function reading(keys: readonly DocumentKey[], snapshot: Snapshot): Snapshot {
  const names = new Set(keys.map(key => key.join(' ')))
  const objectTo = (kind: string, id: string) => {
    if (!names.has(`${kind} ${id}`)) throw new Error(`The command does not say that it reads ${kind} ${id}.`)
  }
  return {
    organisation: snapshot.organisation,
    caseGroup(id) {
      objectTo('case-group', id)
      return snapshot.caseGroup(id)
    },
    aggregate(kind, id) {
      objectTo(kind, id)
      return snapshot.aggregate(kind, id)
    },
  }
}

/** Returns a group as its person sees it now. */
export function aReturn(group: CaseGroup, clearLock = false, reason: string | null = aReason): Envelope {
  const saw = seenForReturn(group, indexOrganisation(anOrganisation()))
  return anEnvelope('return-to-segment', { masterCaseNumber: group.id, clearLock }, saw, reason)
}

export function decide(
  envelope: Envelope,
  actor: string,
  group: CaseGroup | undefined,
  organisation: Organisation = anOrganisation(),
  aggregates: readonly Aggregate[] = [],
): Decision {
  const keys = [...readsOf(envelope), ...(group ? readsWith(group) : [])]
  return run(envelope, staff(actor), NOW, reading(keys, aSnapshot(group, organisation, aggregates)))
}

/** The group a decision leaves, or what it was refused for. */
export function outcomeOf(decision: Decision): CaseGroup | string {
  if (!decision.ok) return `${decision.refusal.kind}: ${decision.refusal.reason}`
  const [put] = groupsIn(decision.puts)
  if (!put) throw new Error('A decision without a document.')
  return put
}
