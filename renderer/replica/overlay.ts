import type { Decision, Put, Snapshot } from '../../shared/commands/command.ts'
import type { Envelope } from '../../shared/commands/envelope.ts'
import { run } from '../../shared/commands/run.ts'
import {
  type Aggregate,
  type AggregateKind,
  type AggregateOf,
  documentName,
} from '../../shared/domain/aggregate.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { MasterCaseNumber, StaffNumber } from '../../shared/domain/ids.ts'
import {
  indexOrganisation,
  indexWith,
  type OrganisationIndex,
} from '../../shared/domain/organisation-index.ts'
import { type Base, baseAggregate, baseGroup, baseOrganisation } from './base.ts'

/** What pending commands make of the base, and which of them would be refused by now. */
export interface Overlay {
  readonly groups: Map<MasterCaseNumber, CaseGroup>
  /** By `documentName`. */
  readonly aggregates: Map<string, Aggregate>
  /** With the rotas and the calendar that are shown; undefined before the first page has come. */
  index: OrganisationIndex | undefined
  readonly doubts: Map<number, string>
}

export interface Pending {
  readonly seq: number
  readonly envelope: Envelope
}

/** Nothing over what the hub confirmed. */
export const emptyOverlay = (index?: OrganisationIndex): Overlay => ({
  groups: new Map(),
  aggregates: new Map(),
  index,
  doubts: new Map(),
})

/** Lays a document over what is there. */
export function lay(overlay: Overlay, put: Put): void {
  if (put.kind === 'case-group') overlay.groups.set(put.id, put)
  else {
    overlay.aggregates.set(documentName(put.kind, put.id), put)
    overlay.index = overlay.index && indexWith(overlay.index, [put])
  }
}

/** The organisation as the hub confirmed it; undefined before the first page has come. */
export function confirmedIndex(base: Base): OrganisationIndex | undefined {
  const organisation = baseOrganisation(base)
  const aggregates = [...base.caseload.aggregates.values()].map(({ document }) => document)
  return organisation && indexWith(indexOrganisation(organisation), aggregates)
}

export function snapshotOf(base: Base, overlay: Overlay): Snapshot | undefined {
  const { index } = overlay
  if (!index) return undefined
  return {
    organisation: () => overlay.index ?? index,
    caseGroup: id => overlay.groups.get(id) ?? baseGroup(base, id),
    aggregate: <Kind extends AggregateKind>(kind: Kind, id: AggregateOf<Kind>['id']) => {
      const name = documentName(kind, id)
      return (overlay.aggregates.get(name) ?? baseAggregate(base, name)) as AggregateOf<Kind> | undefined
    },
  }
}

/** Decides a command on what is shown, with the time at which it was issued. */
export function decideOn(
  base: Base,
  overlay: Overlay,
  envelope: Envelope,
  actor: StaffNumber,
): Decision | undefined {
  const snapshot = snapshotOf(base, overlay)
  return snapshot && run(envelope, actor, envelope.issuedAt, snapshot)
}

/**
 * Replays commands over the base, on top of what the overlay has from those before them. One that would be
 * refused changes nothing and is in doubt; before the organisation is here nothing can be said of any.
 */
export function replay(base: Base, overlay: Overlay, pending: readonly Pending[], actor: StaffNumber): void {
  for (const { seq, envelope } of pending) {
    const decision = decideOn(base, overlay, envelope, actor)
    if (!decision) continue
    if (decision.ok) for (const put of decision.puts) lay(overlay, put)
    else overlay.doubts.set(seq, decision.refusal.reason)
  }
}
