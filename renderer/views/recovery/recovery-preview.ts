import type { CommandRequest, Desk } from '../../desk/desk.ts'
import {
  type RecoveryDoingKind,
  recoveryRequestFor,
  SOMETHING_WRITTEN,
  type Target,
} from './recovery-doings.ts'

/** Those that end alike. */
export interface RecoveryOutcome {
  /** Null: it happens. */
  readonly why: string | null
  readonly targets: readonly Target[]
}

/** What would become of each, by the command's own decision: what happens first, then what does not and why. */
export function recoveryOutcomes(
  doing: RecoveryDoingKind,
  targets: readonly Target[],
  desk: Desk,
): readonly RecoveryOutcome[] {
  const found = new Map<string | null, Target[]>([[null, []]])
  for (const target of targets) {
    const why = whyNotOne(recoveryRequestFor(doing, target, desk, SOMETHING_WRITTEN), desk)
    found.set(why, [...(found.get(why) ?? []), target])
  }
  return [...found]
    .map(([why, members]) => ({ why, targets: members }))
    .filter(each => each.targets.length > 0)
}

function whyNotOne(request: CommandRequest | undefined, desk: Desk): string | null {
  if (!request) return 'There is nothing of it to be done.'
  const decision = desk.preview(request, SOMETHING_WRITTEN)
  return decision.ok ? null : decision.refusal.reason
}
