import {
  type Advice,
  type AdviceRequest,
  adviceDue,
  CASE_ADVICE_DAYS,
  GENERAL_ADVICE_DAYS,
} from './advice.ts'
import type { Calendar } from './calendar.ts'
import type { CaseGroup, ServiceRequest } from './case-group.ts'
import { isOpenRequest } from './open-work.ts'
import { withHere } from './request-here.ts'
import { londonDate } from './time.ts'
import { isCovered } from './working-days.ts'

/** Whether the calendar covers all days to it: else it is the earliest that it can be, not a promise (ADV-5). */
export const isAdviceCertain = ({ urgent, askedAt, dueOn }: Advice, calendar: Calendar): boolean =>
  urgent || isCovered(calendar, londonDate(askedAt), dueOn)

/** The group with its open advice due as this calendar has it; the same value where no day moves (ADV-4, ADV-5). */
export function withAdviceDue(group: CaseGroup, calendar: Calendar): CaseGroup {
  const serviceRequests = group.serviceRequests.map(request => requestDue(request, calendar))
  return serviceRequests.every((request, place) => request === group.serviceRequests[place])
    ? group
    : { ...group, serviceRequests }
}

/** The same of a request that is about no case. */
export function withGeneralDue(request: AdviceRequest, calendar: Calendar): AdviceRequest {
  const advice = dueBy(request.advice, GENERAL_ADVICE_DAYS, calendar)
  return advice === request.advice ? request : { ...request, advice }
}

function requestDue(request: ServiceRequest, calendar: Calendar): ServiceRequest {
  const before = request.here?.advice
  if (!before || !isOpenRequest(request)) return request
  const advice = dueBy(before, CASE_ADVICE_DAYS, calendar)
  return advice === before ? request : { ...withHere(request, { advice }), dueOn: advice.dueOn }
}

// What was answered keeps the day by which it was to be.
function dueBy(advice: Advice, days: number, calendar: Calendar): Advice {
  if (advice.answer) return advice
  const due = adviceDue(advice, days, { calendar })
  return due.dueOn === advice.dueOn ? advice : { ...advice, ...due }
}
