import { z } from 'zod'
import { ADVICE_TYPE, CASE_ADVICE_DAYS } from '../domain/advice.ts'
import { caseNumber, masterCaseNumber, scin } from '../domain/ids.ts'
import { adviceAsked, objectionToLooking, question } from './advice.ts'
import { defineCommand, readsGroup, refuse } from './command.ts'
import { createServiceRequest, raised } from './create-service-request.ts'

/**
 * Asks Advice and Guidance about a case: a service request that routes like any other specialist's (ADV-1, ALLOC-9), due
 * in five working days of the asking team's division, urgent in 24 hours.
 */
export const askAdvice = defineCommand({
  name: 'ask-advice',
  label: 'Ask for advice',
  args: z.strictObject({ masterCaseNumber, raisedAgainst: scin, case: caseNumber.nullable(), ...question }),
  saw: z.strictObject({}),

  reads: readsGroup,

  authorise({ masterCaseNumber: id, ...args }, before, context) {
    const request = { masterCaseNumber: id, type: ADVICE_TYPE, dueOn: '', background: null, flipsTo: null }
    return createServiceRequest.authorise({ ...request, ...args }, before, context)
  },

  decide({ masterCaseNumber: id, raisedAgainst, case: number, ...asked }, _saw, before, context) {
    const objection = objectionToLooking(asked.looked)
    if (objection) return refuse('not-possible', objection)
    const known = before.caseGroup(id)?.incidents ?? []
    if (asked.incident !== null && !known.some(incident => incident.id === asked.incident))
      return refuse('not-possible', 'There is no such incident on the case group.')
    const advice = adviceAsked(asked, CASE_ADVICE_DAYS, before.organisation(), context)
    const request = {
      masterCaseNumber: id,
      type: ADVICE_TYPE,
      raisedAgainst,
      case: number,
      dueOn: advice.dueOn,
      // What the specialist starts from (SR-4).
      background: asked.question,
      flipsTo: null,
    }
    return raised(request, before, context, { background: null, advice })
  },
})
