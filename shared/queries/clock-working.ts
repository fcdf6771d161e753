import {
  type Advice,
  type AdviceRequest,
  CASE_ADVICE_DAYS,
  GENERAL_ADVICE_DAYS,
  URGENT_ADVICE_HOURS,
} from '../domain/advice.ts'
import { isAdviceCertain } from '../domain/advice-due.ts'
import { assertNever } from '../domain/assert-never.ts'
import type { CaseGroup, ServiceRequest } from '../domain/case-group.ts'
import { divisionOfPlace } from '../domain/division-of-place.ts'
import type { Incident } from '../domain/incident.ts'
import { ANSWER_HOURS } from '../domain/incident-clock.ts'
import type { Lock } from '../domain/lock.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { CHASE_DAYS, chaseDueOn } from '../domain/recovery-dates.ts'
import { londonDate } from '../domain/time.ts'
import type { Clock } from './clocks.ts'
import { daysWords } from './date-words.ts'
import { dayWords, dueAfterHours, dueAfterWorkingDays, momentWords } from './deadline.ts'
import { endedWords, type LockAfterIncident } from './lock-after-incident.ts'
import { ESCALATION_DAYS } from './lock-reviewing.ts'

/** How it was reckoned when something is due, in sentences. */
export function workingOf(clock: Clock, index: OrganisationIndex): readonly string[] {
  switch (clock.kind) {
    case 'service-request':
      return workingOfRequest(clock.request)
    case 'advice': {
      const advice = adviceIn(clock.request)
      return advice ? workingOfAdvice(advice, CASE_ADVICE_DAYS, index) : []
    }
    case 'general-advice':
      return workingOfAdvice(clock.request.advice, GENERAL_ADVICE_DAYS, index)
    case 'lock-review':
      return workingOfReview(clock.group, clock.lock, index)
    case 'lock-after-incident':
      return workingAfterIncident(clock.over)
    case 'recovery-chase': {
      const { recovery } = clock
      const last = recovery.chases.at(-1)
      const asked = londonDate(last?.at ?? recovery.requestedAt)
      const said = last ? 'Local IT was chased last on' : 'Local IT was asked on'
      const { working } = dueAfterWorkingDays(
        asked,
        CHASE_DAYS,
        divisionOfPlace(recovery, index),
        index.calendar,
      )
      return [`${said} ${dayWords(asked)}.`, ...working]
    }
    case 'email-to-answer':
      return [
        'An email from AAC is answered within 24 hours of its receipt.',
        ...dueAfterHours(clock.email.receivedAt, ANSWER_HOURS).working,
      ]
    case 'call-back':
    case 'check-back':
      return workingOfIncident(clock.kind, clock.incident)
    default:
      return assertNever(clock)
  }
}

/** False: the calendar ends before it, so that it is the earliest it can be (ADV-5). */
export function isCertain(clock: Clock, index: OrganisationIndex): boolean {
  switch (clock.kind) {
    case 'advice':
    case 'general-advice': {
      const advice = adviceIn(clock.request)
      return !advice || isAdviceCertain(advice, index.calendar)
    }
    case 'recovery-chase':
      return chaseDueOn(clock.recovery, index).certain
    default:
      return true
  }
}

const adviceIn = (request: ServiceRequest | AdviceRequest): Advice | null =>
  'advice' in request ? request.advice : (request.here?.advice ?? null)

function workingOfIncident(
  kind: 'call-back' | 'check-back',
  { callBackAt, checkBackOn }: Incident,
): readonly string[] {
  if (kind === 'call-back')
    return callBackAt
      ? [`AAC arranged to call back on ${momentWords(callBackAt)}; it is tried within the call.`]
      : []
  return checkBackOn
    ? [`When it was resolved, ${dayWords(checkBackOn)} was chosen for checking back whether it is.`]
    : []
}

export function workingOfAdvice(
  advice: Advice,
  days: number,
  { calendar }: OrganisationIndex,
): readonly string[] {
  const { urgent, askedAt, division } = advice
  return urgent
    ? ['Urgent advice.', ...dueAfterHours(askedAt, URGENT_ADVICE_HOURS).working]
    : dueAfterWorkingDays(londonDate(askedAt), days, division, calendar).working
}

function workingOfRequest({ dueOn, createdOn, here }: ServiceRequest): readonly string[] {
  if (dueOn === null) return []
  const raised = `Raised on ${dayWords(createdOn)}.`
  return here?.raisedBy
    ? [raised, `Whoever raised it chose ${dayWords(dueOn)}.`]
    : [raised, `CMS2012 has ${dayWords(dueOn)} as its due date; how it was reckoned is not in the extract.`]
}

function workingOfReview(
  group: CaseGroup,
  { reviewOn, reviews }: Lock,
  index: OrganisationIndex,
): readonly string[] {
  if (reviewOn === null) return []
  const kept = reviews.length === 0 ? 'when it was set' : 'when it was last kept'
  const division = divisionOfPlace(group, index)
  const later = dueAfterWorkingDays(reviewOn, ESCALATION_DAYS, division, index.calendar)
  return [
    `The review date, ${dayWords(reviewOn)}, was chosen ${kept}; at most ${daysWords(28)} ahead.`,
    `${later.certain ? 'From' : 'Not before'} ${dayWords(later.due)}, five working days later, it heads the segment manager’s list too.`,
  ]
}

function workingAfterIncident(over: LockAfterIncident): readonly string[] {
  const { incident, from } = over
  const { direction } = incident
  const until = direction
    ? `; ${direction.by} directed that the lock stays on until ${dayWords(direction.until)}.`
    : '.'
  return [
    `The incident that it was set for ${endedWords(over)}${until}`,
    `From ${dayWords(from)} the lock can come off: clear it, or keep it until a day with a reason.`,
  ]
}
