import { z } from 'zod'
import { type CaseGroup, isLive, type ServiceRequest } from '../domain/case-group.ts'
import { remember } from '../domain/history.ts'
import { withHere } from '../domain/request-here.ts'
import { requestNamed } from '../domain/request-named.ts'
import type { PlainDate } from '../domain/time.ts'
import { adviceAnswered, answer } from './advice.ts'
import { closingAfter } from './close-service-request.ts'
import { accept, defineCommand, type Refusal } from './command.ts'
import { personEntry } from './destination.ts'
import {
  noSuchRequest,
  objectionToWorking,
  readsRequest,
  requestArgs,
  teamOfRequest,
  withRequest,
} from './service-request.ts'
import { started } from './start-service-request.ts'

/**
 * Answers what was asked about a case, or says that it cannot be answered here (ADV-2, ADV-3). That is all there is to
 * do on such a request, so it does what is left of its plan and closes it: the case owner carries on (SR-2, SR-7).
 */
export const answerAdvice = defineCommand({
  name: 'answer-advice',
  label: 'Answer',
  args: requestArgs.extend(answer),
  saw: z.strictObject({}),

  reads: readsRequest,
  authorise: objectionToWorking,
  teamOf: teamOfRequest,

  decide({ masterCaseNumber: id, request: number, ...given }, _saw, before, context) {
    const group = before.caseGroup(id)
    const request = requestNamed(group, number)
    if (!group || !request) return { ok: false, refusal: noSuchRequest }
    const advice = request.here?.advice
    const refusal = refusalToAnswer(group, request)
    if (refusal || !advice) return { ok: false, refusal: refusal ?? asksNothing }
    const answered = adviceAnswered(given, context)
    const closed = withHere(workedThrough(request, context.today), {
      advice: { ...advice, answer: answered },
      outcome: answered.words,
      closedOn: context.today,
      closing: closingAfter(group),
    })
    const { type } = request
    const entry = personEntry({ kind: 'request-closed', type, changed: null }, context)
    return accept({ ...withRequest(group, closed), history: remember(group.history, entry) })
  },
})

const asksNothing: Refusal = {
  kind: 'not-possible',
  reason: 'It was not asked in the desk: close it with a note for the case owner instead.',
}

function refusalToAnswer(group: CaseGroup, { status, holder, here }: ServiceRequest): Refusal | undefined {
  if (!isLive(group))
    return { kind: 'not-possible', reason: 'The case group is closed; nothing is worked on it.' }
  if (here?.advice?.answer) return { kind: 'changed', reason: 'It has been answered already.' }
  if (status === 'Closed') return { kind: 'changed', reason: 'It is closed already.' }
  if (holder === null)
    return { kind: 'not-possible', reason: 'Nobody holds it. Assign it first, so that somebody answers it.' }
  return undefined
}

/** Started, every activity done, closed (SR-2). */
function workedThrough(request: ServiceRequest, today: PlainDate): ServiceRequest {
  const begun = request.status === 'Not Started' ? started(request, today) : request
  const activities = begun.activities.map(activity =>
    activity.status === 'Done' ? activity : { ...activity, status: 'Done' as const, doneOn: today },
  )
  return { ...begun, status: 'Closed', activities }
}
