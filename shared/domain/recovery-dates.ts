import { divisionOfPlace } from './division-of-place.ts'
import type { OrganisationIndex } from './organisation-index.ts'
import type { RecoveryRequest } from './recovery-request.ts'
import { type Instant, londonDate } from './time.ts'
import { type CountedDay, workingDaysAfter } from './working-days.ts'

export const CHASE_DAYS = 2
const MANAGERS_DAYS = 5

/** From when it can be chased: two working days after it was asked, or chased last (ORPH-4). */
export function chaseDueOn(recovery: RecoveryRequest, index: OrganisationIndex): CountedDay {
  return daysAfter(recovery.chases.at(-1)?.at ?? recovery.requestedAt, CHASE_DAYS, recovery, index)
}

/** From when it heads the segment manager's list: five working days after it was asked (ORPH-4). */
export function managersFrom(recovery: RecoveryRequest, index: OrganisationIndex): CountedDay {
  return daysAfter(recovery.requestedAt, MANAGERS_DAYS, recovery, index)
}

function daysAfter(
  at: Instant,
  days: number,
  recovery: RecoveryRequest,
  index: OrganisationIndex,
): CountedDay {
  return workingDaysAfter(londonDate(at), days, divisionOfPlace(recovery, index), index.calendar)
}
