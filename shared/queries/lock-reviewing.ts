import type { CaseGroup } from '../domain/case-group.ts'
import { divisionOfPlace } from '../domain/division-of-place.ts'
import type { StaffNumber } from '../domain/ids.ts'
import { LEADERS_RENEWALS, type Lock } from '../domain/lock.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { leadingOn } from '../domain/standing-in.ts'
import type { PlainDate } from '../domain/time.ts'
import { type CountedDay, workingDaysAfter } from '../domain/working-days.ts'
import { type Urgency, urgencyOf } from './due.ts'

/** Renewed too often for the team; or nobody of the team is there to review it, save perhaps whoever set it. */
export type ManagersWhy = 'renewed' | 'no-team' | 'unled' | 'own'

/** When a lock is to be reviewed, and whose turn it is (LOCK-8, LOCK-12). */
export interface LockReviewing {
  /** `none`: it came with the extract and has no review date yet. */
  readonly state: Urgency | 'none'
  /** Its review date is here or has passed. */
  readonly isDue: boolean
  readonly renewals: number
  /** Why it is for the segment manager from its review date on; null: the team has somebody who reviews it. */
  readonly managersWhy: ManagersWhy | null
  /** From when it heads the segment manager's list too. */
  readonly escalatesOn: CountedDay | null
  readonly isEscalated: boolean
}

export const ESCALATION_DAYS = 5

export function reviewingOf(
  group: CaseGroup,
  lock: Lock,
  index: OrganisationIndex,
  today: PlainDate,
): LockReviewing {
  const { reviewOn, reviews } = lock
  const escalatesOn = escalationOf(group, lock, index)
  return {
    state: reviewOn === null ? 'none' : urgencyOf(reviewOn, today),
    isDue: reviewOn !== null && reviewOn <= today,
    renewals: reviews.length,
    managersWhy: managersWhyOf(group, lock, index, today),
    escalatesOn,
    isEscalated: escalatesOn !== null && escalatesOn.on <= today,
  }
}

/** Five working days after its review date; null: it has none (LOCK-12). */
export function escalationOf(
  group: CaseGroup,
  { reviewOn }: Pick<Lock, 'reviewOn'>,
  index: OrganisationIndex,
): CountedDay | null {
  if (reviewOn === null) return null
  return workingDaysAfter(reviewOn, ESCALATION_DAYS, divisionOfPlace(group, index), index.calendar)
}

/** After five working days, or at once where nobody of the team can review it (LOCK-11, LOCK-12). */
export function headsManagersList({ isDue, managersWhy, isEscalated }: LockReviewing): boolean {
  return isEscalated || (isDue && managersWhy !== null)
}

/** Who of its team reviews it; null: the segment manager does (LOCK-8, LOCK-12, INC-16). */
export function reviewerOf(
  group: CaseGroup,
  lock: Lock,
  index: OrganisationIndex,
  today: PlainDate,
): StaffNumber | null {
  if (group.team === null || managersWhyOf(group, lock, index, today) !== null) return null
  return leadingOn(group.team, index, today).find(number => number !== lock.by) ?? null
}

// A team without anybody is its manager's (TEAM-3); whoever set a lock does not review it (INC-16).
function managersWhyOf(
  { team }: CaseGroup,
  { by, reviews }: Lock,
  index: OrganisationIndex,
  today: PlainDate,
): ManagersWhy | null {
  if (reviews.length >= LEADERS_RENEWALS) return 'renewed'
  if (team === null) return 'no-team'
  const leading = leadingOn(team, index, today)
  if (leading.length === 0) return 'unled'
  return leading.every(number => number === by) ? 'own' : null
}
