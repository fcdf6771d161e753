import { z } from 'zod'
import { adviceId } from '../domain/advice.ts'
import { isAdviserOf } from '../domain/advisers.ts'
import { adviceAnswered, answer } from './advice.ts'
import { readsAdvice } from './ask-general-advice.ts'
import { accept, defineCommand, refuse } from './command.ts'
import { namesClient } from './names-client.ts'

/** Answers what is about no case, or says that it cannot be answered here (ADV-2, ADV-3). */
export const answerGeneralAdvice = defineCommand({
  name: 'answer-general-advice',
  label: 'Answer',
  args: z.strictObject({ advice: adviceId, ...answer }),
  saw: z.strictObject({}),

  reads: readsAdvice,
  teamOf: () => null,

  authorise({ advice: id }, before, { actor }) {
    const request = before.aggregate('advice-request', id)
    if (!request || isAdviserOf(actor, request.team, before.organisation())) return undefined
    return 'Only Advice and Guidance answers it.'
  },

  decide({ advice: id, ...given }, _saw, before, context) {
    const request = before.aggregate('advice-request', id)
    if (!request) return refuse('not-found', 'There is no such request for advice.')
    const { advice } = request
    if (advice.answer) return refuse('changed', 'It has been answered already.')
    if (namesClient(given.answer))
      return refuse(
        'not-possible',
        'Leave numbers of cases and people out: others read it who may not see them.',
      )
    return accept({ ...request, advice: { ...advice, answer: adviceAnswered(given, context) } })
  },
})
