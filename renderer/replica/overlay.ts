import type { Decision, Snapshot } from '../../shared/commands/command.ts'
import type { Envelope } from '../../shared/commands/envelope.ts'
import { run } from '../../shared/commands/run.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { MasterCaseNumber, StaffNumber } from '../../shared/domain/ids.ts'
import { indexOrganisation } from '../../shared/domain/organisation-index.ts'
import { type Base, baseGroup, baseOrganisation } from './base.ts'

/** What pending commands make of the base, and which of them would be refused by now. */
export interface Overlay {
  readonly groups: Map<MasterCaseNumber, CaseGroup>
  readonly doubts: Map<number, string>
}

export interface Pending {
  readonly seq: number
  readonly envelope: Envelope
}

export const emptyOverlay = (): Overlay => ({ groups: new Map(), doubts: new Map() })

export function snapshotOf(base: Base, overlay: Overlay): Snapshot | undefined {
  const organisation = baseOrganisation(base)
  if (!organisation) return undefined
  const index = indexOrganisation(organisation)
  return { organisation: () => index, caseGroup: id => overlay.groups.get(id) ?? baseGroup(base, id) }
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
    if (decision.ok) for (const group of decision.puts) overlay.groups.set(group.id, group)
    else overlay.doubts.set(seq, decision.refusal.reason)
  }
}
