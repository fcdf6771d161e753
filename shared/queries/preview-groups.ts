import { type Decision, groupsIn } from '../commands/command.ts'
import { placementOf } from '../domain/allocation.ts'
import type { BomIndex } from '../domain/bom-index.ts'
import type { CaseGroup } from '../domain/case-group.ts'
import type { MasterCaseNumber, SegmentName, StaffNumber, TeamId } from '../domain/ids.ts'
import { openWorkCount } from '../domain/open-work.ts'
import type { PlainDate } from '../domain/time.ts'

/** What would become of one group; from the command's own decision, never from a second rule. */
export type Outcome =
  | {
      readonly kind: 'happens'
      readonly segment: SegmentName
      readonly team: TeamId | null
      /** Who gets it; null: nobody, or whoever has it already. */
      readonly holder: StaffNumber | null
      readonly moves: boolean
      /** It stays with its holder. */
      readonly keepsHolder: boolean
    }
  /** It stays, locked until a review; what the lock holds it back from: null is nothing. */
  | { readonly kind: 'locks'; readonly reviewOn: PlainDate; readonly holdsBackFrom: SegmentName | null }
  /** It is left out for its lock; with the lock cleared it would land there. */
  | { readonly kind: 'locked'; readonly segment: SegmentName; readonly moves: boolean }
  | { readonly kind: 'changed'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }

export interface Previewed {
  readonly group: CaseGroup
  readonly outcome: Outcome
}

/** Everything that ends alike, to be taken or left out together. */
export interface PreviewGroup {
  readonly key: string
  readonly outcome: Outcome
  readonly members: readonly MasterCaseNumber[]
  /** Open service requests and post that go along. */
  readonly openWork: number
}

export function outcomeOf(
  before: CaseGroup,
  decision: Decision,
  ifUnlocked: Decision | null,
  bom: BomIndex,
): Outcome {
  if (decision.ok) return locking(before, decision, bom) ?? { kind: 'happens', ...landing(before, decision) }
  if (ifUnlocked?.ok) {
    const { segment, moves } = landing(before, ifUnlocked)
    return { kind: 'locked', segment, moves }
  }
  const { kind, reason } = decision.refusal
  return kind === 'changed' ? { kind: 'changed', reason } : { kind: 'refused', reason }
}

/** What the command does to the lock where it sets or keeps one. */
function locking(
  before: CaseGroup,
  { puts }: Extract<Decision, { ok: true }>,
  bom: BomIndex,
): Outcome | undefined {
  const after = groupsIn(puts).find(({ id }) => id === before.id) ?? before
  const reviewOn = after.lock?.reviewOn
  if (!reviewOn || after.lock === before.lock) return undefined
  const { heldByLock, segment } = placementOf(after, bom)
  return { kind: 'locks', reviewOn, holdsBackFrom: heldByLock ? segment : null }
}

function landing(before: CaseGroup, { puts }: Extract<Decision, { ok: true }>) {
  const after = groupsIn(puts).find(({ id }) => id === before.id) ?? before
  const { segment, team, holder } = after
  const keepsHolder = holder !== null && holder === before.holder
  const moves = segment !== before.segment
  return { segment, team, holder: keepsHolder ? null : holder, moves, keepsHolder }
}

const places: Readonly<Record<Outcome['kind'], number>> = {
  happens: 0,
  locks: 0,
  locked: 1,
  changed: 2,
  refused: 3,
}

/** By outcome: what happens first, the largest first, then what is left out. */
export function previewGroups(previews: readonly Previewed[]): readonly PreviewGroup[] {
  const groups = new Map<string, { outcome: Outcome; members: MasterCaseNumber[]; openWork: number }>()
  for (const { group, outcome } of previews) {
    const key = JSON.stringify(outcome)
    const found = groups.get(key) ?? { outcome, members: [], openWork: 0 }
    groups.set(key, found)
    found.members.push(group.id)
    found.openWork += openWorkCount(group)
  }
  return [...groups]
    .map(([key, found]) => ({ key, ...found }))
    .sort((a, b) => places[a.outcome.kind] - places[b.outcome.kind] || b.members.length - a.members.length)
}
