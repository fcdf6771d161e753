import type { CaseGroup } from '../domain/case-group.ts'
import { LEADERS_RENEWALS, type Lock } from '../domain/lock.ts'
import type { Division } from '../domain/organisation.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { PlainDate } from '../domain/time.ts'
import { type CountedDay, workingDaysAfter } from '../domain/working-days.ts'
import { type Urgency, urgencyOf } from './due.ts'

/** When a lock is to be reviewed, and whose turn it is (LOCK-8, LOCK-12). */
export interface LockReviewing {
  /** `none`: it came with the extract and has no review date yet. */
  readonly state: Urgency | 'none'
  /** Its review date is here or has passed. */
  readonly isDue: boolean
  readonly renewals: number
  /** It was renewed so often that only the segment manager renews it. */
  readonly isManagers: boolean
  /** From when it heads the segment manager's list too. */
  readonly escalatesOn: CountedDay | null
  readonly isEscalated: boolean
}

const ESCALATION_DAYS = 5

export function reviewingOf(
  group: CaseGroup,
  { reviewOn, reviews }: Lock,
  index: OrganisationIndex,
  today: PlainDate,
): LockReviewing {
  const escalatesOn =
    reviewOn === null
      ? null
      : workingDaysAfter(reviewOn, ESCALATION_DAYS, divisionOf(group, index), index.calendar)
  return {
    state: reviewOn === null ? 'none' : urgencyOf(reviewOn, today),
    isDue: reviewOn !== null && reviewOn <= today,
    renewals: reviews.length,
    isManagers: reviews.length >= LEADERS_RENEWALS,
    escalatesOn,
    isEscalated: escalatesOn !== null && escalatesOn.on <= today,
  }
}

/** After five working days, or at once where nobody else renews it (LOCK-12). */
export function headsManagersList({ isDue, isManagers, isEscalated }: LockReviewing): boolean {
  return isEscalated || (isDue && isManagers)
}

/** Whose bank holidays count: the team's; in a segment's queue, those of its first team (ADV-4). */
function divisionOf({ team, segment }: CaseGroup, { teams, teamsOfSegment }: OrganisationIndex): Division {
  const owner = (team && teams.get(team)) || teamsOfSegment.get(segment)?.[0]
  return owner?.division ?? 'england-and-wales'
}
