import type { AdviceRequest } from '../../shared/domain/advice.ts'
import { withAdviceDue, withGeneralDue } from '../../shared/domain/advice-due.ts'
import { assertNever } from '../../shared/domain/assert-never.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { isOpenRequest } from '../../shared/domain/open-work.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import { chaseDueOn, managersFrom } from '../../shared/domain/recovery-dates.ts'
import type { RecoveryRequest } from '../../shared/domain/recovery-request.ts'
import type { PlainDate } from '../../shared/domain/time.ts'
import { escalationOf } from '../../shared/queries/lock-reviewing.ts'

/** A document with days in it that are reckoned in working days (ADV-4). */
export type Reckoned = CaseGroup | AdviceRequest | RecoveryRequest

/** It with its open advice due as the calendar has it; the rest is reckoned whenever it is asked for. */
export function dueBy(document: Reckoned, { calendar }: OrganisationIndex): Reckoned {
  switch (document.kind) {
    case 'case-group':
      return withAdviceDue(document, calendar)
    case 'advice-request':
      return withGeneralDue(document, calendar)
    case 'recovery-request':
      return document
    default:
      return assertNever(document)
  }
}

/** Open advice, the day on which a lock heads the manager's list too, and when a recovery is chased and is his (ADV-1, LOCK-12, ORPH-4). */
export function reckonedDays(document: Reckoned, index: OrganisationIndex): readonly PlainDate[] {
  const due = dueBy(document, index)
  switch (due.kind) {
    case 'case-group': {
      const escalation = due.lock && escalationOf(due, due.lock, index)
      const advice = due.serviceRequests.filter(each => each.here?.advice && isOpenRequest(each))
      return [...advice.flatMap(({ dueOn }) => dueOn ?? []), ...(escalation ? [escalation.on] : [])]
    }
    case 'advice-request':
      return due.advice.answer ? [] : [due.advice.dueOn]
    case 'recovery-request':
      return due.end ? [] : [chaseDueOn(due, index).on, managersFrom(due, index).on]
    default:
      return assertNever(due)
  }
}

/** What is due on a day that somebody chose, or CMS2012. */
export function chosenDays(document: Reckoned): readonly PlainDate[] {
  if (document.kind !== 'case-group') return []
  const open = document.serviceRequests.filter(each => isOpenRequest(each) && !each.here?.advice)
  return open.flatMap(({ dueOn }) => dueOn ?? [])
}
