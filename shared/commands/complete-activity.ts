import { z } from 'zod'
import { type Activity, type CaseGroup, isLive, type ServiceRequest } from '../domain/case-group.ts'
import { heldAt } from '../domain/holdings.ts'
import { masterCaseNumber, srNumber } from '../domain/ids.ts'
import { requestOrphaningOf } from '../domain/orphan.ts'
import { requestNamed } from '../domain/request-named.ts'
import { londonDate, type PlainDate } from '../domain/time.ts'
import { accept, type Context, defineCommand, readsGroup, refuse, type Snapshot } from './command.ts'
import { noSuchRequest, objectionToWorking, teamOfRequest, withRequest } from './service-request.ts'
import { started } from './start-service-request.ts'
import { worked } from './worked.ts'

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
  teamOf: teamOfRequest,

  isKept({ masterCaseNumber: id, request: number }, before, context) {
    const group = before.caseGroup(id)
    const request = requestNamed(group, number)
    return group !== undefined && request !== undefined && wasTaken({ request, group, before, context })
  },

  decide({ masterCaseNumber: id, request: number, sequence }, _, before, context) {
    const group = before.caseGroup(id)
    const found = requestNamed(group, number)
    if (!group || !found) return { ok: false, refusal: noSuchRequest }
    if (!isLive(group)) return refuse('not-possible', 'The case group is closed; nothing is worked on it.')
    const request = planned({ request: found, group, before, context })
    const activity = request.activities.find(each => each.sequence === sequence)
    if (!activity) return refuse('not-found', 'Its plan has no such activity.')
    if (activity.status === 'Done') return refuse('changed', 'The activity is done already.')
    if (request.status === 'Closed') return refuse('changed', 'It is closed already.')
    if (request.status !== 'Started')
      return refuse('not-possible', 'Start the service request first; that makes its plan.')
    const status = 'Done'
    const done = withActivity(request, { ...activity, status, doneOn: dayOf(context) })
    return accept(worked(withRequest(group, done), 'activity-completed', activity.name, context))
  },
})

interface Acted {
  readonly request: ServiceRequest
  readonly group: CaseGroup
  readonly before: Snapshot
  readonly context: Context
}

// By whoever had it given to another, or by his own move to another team, of which an import tells the day.
function wasTaken({ request, group, before, context: { actor, issuedAt } }: Acted): boolean {
  if (request.holder !== actor) return heldAt(request, actor, issuedAt)
  const left = requestOrphaningOf(request, group, before.organisation())
  return left?.cause === 'team-move' && left.leftOn !== null && left.leftOn >= londonDate(issuedAt)
}

// He may have started it in the same offline spell: that was refused, and what he then did is kept, with the plan.
function planned(acted: Acted): ServiceRequest {
  const { request, context } = acted
  return request.status === 'Not Started' && wasTaken(acted) ? started(request, dayOf(context)) : request
}

// His own day, but none that is still to come: a desk's clock may be fast.
function dayOf({ issuedAt, today }: Context): PlainDate {
  const on = londonDate(issuedAt)
  return on < today ? on : today
}

export function withActivity(request: ServiceRequest, changed: Activity): ServiceRequest {
  return {
    ...request,
    activities: request.activities.map(each => (each.sequence === changed.sequence ? changed : each)),
  }
}
