import { z } from 'zod'
import { type Activity, isLive, type ServiceRequest } from '../domain/case-group.ts'
import { heldAt } from '../domain/holdings.ts'
import { masterCaseNumber, srNumber } from '../domain/ids.ts'
import { londonDate } from '../domain/time.ts'
import { accept, type Context, defineCommand, readsGroup, refuse } from './command.ts'
import { noSuchRequest, objectionToWorking, requestOf, withRequest } from './service-request.ts'

export const activityArgs = z.strictObject({
  masterCaseNumber,
  request: srNumber,
  sequence: z.int().nonnegative(),
})

/**
 * Completes an activity of a started service request. What he completed before the request was taken from him is kept
 * with his time, though he sees the group no more (RTS-8).
 */
export const completeActivity = defineCommand({
  name: 'complete-activity',
  label: 'Complete activity',
  args: activityArgs,
  saw: z.strictObject({}),

  reads: readsGroup,
  authorise: objectionToWorking,

  isKept({ masterCaseNumber: id, request: number }, before, { actor, issuedAt }) {
    const request = requestOf(before.caseGroup(id), number)
    return request !== undefined && request.holder !== actor && heldAt(request, actor, issuedAt)
  },

  decide({ masterCaseNumber: id, request: number, sequence }, _, before, context) {
    const group = before.caseGroup(id)
    const request = requestOf(group, number)
    if (!group || !request) return { ok: false, refusal: noSuchRequest }
    if (!isLive(group)) return refuse('not-possible', 'The case group is closed; nothing is worked on it.')
    const activity = request.activities.find(each => each.sequence === sequence)
    if (!activity) return refuse('not-found', 'Its plan has no such activity.')
    if (activity.status === 'Done') return refuse('changed', 'The activity is done already.')
    if (request.status !== 'Started')
      return refuse('not-possible', 'Start the service request first; that makes its plan.')
    return accept(withRequest(group, withActivity(request, completed(activity, context))))
  },
})

// His own day, but none that is still to come: a desk's clock may be fast.
function completed(activity: Activity, { issuedAt, today }: Context): Activity {
  const on = londonDate(issuedAt)
  return { ...activity, status: 'Done', doneOn: on < today ? on : today }
}

export function withActivity(request: ServiceRequest, changed: Activity): ServiceRequest {
  return {
    ...request,
    activities: request.activities.map(each => (each.sequence === changed.sequence ? changed : each)),
  }
}
