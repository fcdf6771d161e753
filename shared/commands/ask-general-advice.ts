import { z } from 'zod'
import { type AdviceId, adviceId, GENERAL_ADVICE_DAYS } from '../domain/advice.ts'
import { adviserSegments } from '../domain/advisers.ts'
import { adviceAsked, objectionToLooking, question } from './advice.ts'
import { accept, type DocumentKey, defineCommand, refuse } from './command.ts'
import { namesClient } from './names-client.ts'

export const readsAdvice = ({ advice }: { readonly advice: AdviceId }): readonly DocumentKey[] => [
  ['advice-request', advice],
  ['organisation', 'organisation'],
]

/**
 * Asks Advice and Guidance what is about no case, without a service request (ADV-1): ten working days are the target,
 * urgent it is answered in 24 hours.
 */
export const askGeneralAdvice = defineCommand({
  name: 'ask-general-advice',
  label: 'Ask for advice',
  args: z.strictObject({ advice: adviceId, ...question }),
  saw: z.strictObject({}),

  reads: readsAdvice,
  teamOf: () => null,

  authorise(_, before, { actor }) {
    const { staff } = before.organisation()
    return staff.get(actor)?.team ? undefined : 'Only who works in a team asks for advice.'
  },

  decide({ advice: id, ...asked }, _saw, before, context) {
    const index = before.organisation()
    const team = index.staff.get(context.actor)?.team ?? null
    if (before.aggregate('advice-request', id)) return refuse('changed', 'It was asked already.')
    const objection = objectionToLooking(asked.looked)
    if (objection) return refuse('not-possible', objection)
    if ([asked.question, ...Object.values(asked.looked)].some(text => namesClient(text ?? '')))
      return refuse(
        'not-possible',
        'Leave numbers of cases and people out, or ask about the case group itself: this goes to people who may not see it.',
      )
    if (team === null || adviserSegments(team, index).length === 0)
      return refuse('not-possible', 'No segment of the operating model gives advice to your team.')
    const advice = adviceAsked(asked, GENERAL_ADVICE_DAYS, index, context)
    return accept({ kind: 'advice-request', id, team, advice })
  },
})
