import { z } from 'zod'
import { isLive } from '../domain/case-group.ts'
import { requestNamed } from '../domain/request-named.ts'
import { accept, defineCommand, readsGroup, refuse } from './command.ts'
import { activityArgs, withActivity } from './complete-activity.ts'
import { noSuchRequest, objectionToWorking, teamOfRequest, withRequest } from './service-request.ts'
import { worked } from './worked.ts'

/** Takes the completion of an activity back, while its service request is being worked. */
export const reopenActivity = defineCommand({
  name: 'reopen-activity',
  label: 'Reopen activity',
  args: activityArgs,
  saw: z.strictObject({}),

  reads: readsGroup,
  authorise: objectionToWorking,
  teamOf: teamOfRequest,

  decide({ masterCaseNumber: id, request: number, sequence }, _, before, context) {
    const group = before.caseGroup(id)
    const request = requestNamed(group, number)
    if (!group || !request) return { ok: false, refusal: noSuchRequest }
    if (!isLive(group)) return refuse('not-possible', 'The case group is closed; nothing is worked on it.')
    const activity = request.activities.find(each => each.sequence === sequence)
    if (!activity) return refuse('not-found', 'Its plan has no such activity.')
    if (activity.status === 'Open') return refuse('changed', 'The activity is open already.')
    if (request.status === 'Closed')
      return refuse('not-possible', 'The service request is closed; raise a new one for further work.')
    const reopened = withActivity(request, { ...activity, status: 'Open', doneOn: null })
    return accept(worked(withRequest(group, reopened), 'activity-reopened', activity.name, context))
  },
})
