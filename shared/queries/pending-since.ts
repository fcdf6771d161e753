import type { CaseGroup } from '../domain/case-group.ts'
import type { PlainDate } from '../domain/time.ts'

/**
 * Since when the trigger of a rank holds (LOCK-5): only what the extract dates is known, the rest is null,
 * and is said to be not known.
 */
export function pendingSince(group: CaseGroup, rank: number): PlainDate | null {
  switch (rank) {
    case 2:
      return group.judicialReview.openedOn
    case 3:
      return group.phso.openedOn
    case 4:
      return group.ice.openedOn
    default:
      return null
  }
}
