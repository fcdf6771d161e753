import { z } from 'zod'
import type { ServiceRequest } from '../domain/case-group.ts'
import { isLive } from '../domain/case-group.ts'
import { withHere } from '../domain/request-here.ts'
import { requestNamed } from '../domain/request-named.ts'
import { planOf } from '../domain/request-types.ts'
import type { PlainDate } from '../domain/time.ts'
import { accept, defineCommand, readsGroup, refuse } from './command.ts'
import {
  noSuchRequest,
  objectionToWorking,
  requestArgs,
  teamOfRequest,
  withRequest,
} from './service-request.ts'
import { worked } from './worked.ts'

/** Starts a service request, which generates its activities (SR-2). */
export const startServiceRequest = defineCommand({
  name: 'start-service-request',
  label: 'Start',
  args: requestArgs,
  saw: z.strictObject({}),

  reads: readsGroup,
  authorise: objectionToWorking,
  teamOf: teamOfRequest,

  decide({ masterCaseNumber, request: number }, _, before, context) {
    const group = before.caseGroup(masterCaseNumber)
    const request = requestNamed(group, number)
    if (!group || !request) return { ok: false, refusal: noSuchRequest }
    if (!isLive(group)) return refuse('not-possible', 'The case group is closed; nothing is worked on it.')
    if (request.status !== 'Not Started')
      return refuse(
        'changed',
        request.status === 'Closed' ? 'It is closed already.' : 'It is started already.',
      )
    if (request.holder === null)
      return refuse('not-possible', 'Nobody holds it. Assign it first, so that somebody does the work.')
    const begun = withRequest(group, started(request, context.today))
    return accept(worked(begun, 'request-started', request.type, context))
  },
})

/** The request with its plan; one that came with the extract is the plan. */
export function started(request: ServiceRequest, today: PlainDate): ServiceRequest {
  const activities =
    request.activities.length > 0
      ? request.activities
      : planOf(request.type).map((name, place) => ({
          sequence: place + 1,
          name,
          status: 'Open' as const,
          doneOn: null,
        }))
  return withHere({ ...request, status: 'Started', activities }, { startedOn: today })
}
