import { z } from 'zod'
import { isLive } from '../domain/case-group.ts'
import { isNews, withHere } from '../domain/request-here.ts'
import { requestNamed } from '../domain/request-named.ts'
import { holdsOrDirects } from './authority.ts'
import { accept, defineCommand, readsGroup, refuse } from './command.ts'
import { noSuchRequest, requestArgs, withRequest } from './service-request.ts'
import { worked } from './worked.ts'

/** The case owner has taken note of what a specialist found, and carries on (SR-7). */
export const carryOn = defineCommand({
  name: 'carry-on',
  label: 'Carry on',
  args: requestArgs,
  saw: z.strictObject({}),

  reads: readsGroup,

  authorise({ masterCaseNumber }, before, { actor, today }) {
    const group = before.caseGroup(masterCaseNumber)
    if (!group || holdsOrDirects(actor, group, before.organisation(), today)) return undefined
    return 'The case owner carries on: only the holder of the case group, the leader of its team and the segment manager.'
  },

  decide({ masterCaseNumber, request: number }, _, before, context) {
    const group = before.caseGroup(masterCaseNumber)
    const request = requestNamed(group, number)
    if (!group || !request) return { ok: false, refusal: noSuchRequest }
    if (!isLive(group)) return refuse('not-possible', 'The case group is closed; nothing is worked on it.')
    if (!isNews(request))
      return refuse(
        'changed',
        request.here?.carriedOnOn
          ? 'Somebody carried on from it already.'
          : 'There is no answer of a specialist to carry on from.',
      )
    const noted = withRequest(group, withHere(request, { carriedOnOn: context.today }))
    return accept(worked(noted, 'carried-on', request.type, context))
  },
})
