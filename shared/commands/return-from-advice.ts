import { z } from 'zod'
import { type AdviceId, adviceId } from '../domain/advice.ts'
import { defineIncidentStep, leadsMet, type Met } from './incident-step.ts'
import { incidentArgs, longText } from './incident-subject.ts'

/** What came of advice, and what the history says of it. */
export const adviceOutcomes = {
  solved: { to: 'closed', fact: 'the advice solved it' },
  consult: { to: 'consulting', fact: 'to the team leader with the advice' },
  refer: { to: 'to-refer', fact: 'not answerable there' },
} as const

const args = incidentArgs.extend({
  outcome: z.enum(['solved', 'consult', 'refer']),
  words: longText,
  /** What was asked for one that affects no case; left out: nothing was. */
  advice: adviceId.optional(),
})

// As to the question that was asked of this incident.
function isAnswered(asked: AdviceId | undefined, { incident, subject, before }: Met): boolean {
  const advice =
    subject.kind === 'case-group'
      ? subject.serviceRequests.map(({ here }) => here?.advice)
      : [asked && before.aggregate('advice-request', asked)?.advice]
  return advice.some(each => each?.incident === incident.id && each.answer !== null)
}

/** What Advice and Guidance said; what they cannot answer goes on to be referred, with everything carried over (ADV-3). */
export const returnFromAdvice = defineIncidentStep({
  name: 'return-from-advice',
  args,
  alsoReads: ({ advice }) => (advice === undefined ? [] : [['advice-request', advice]]),

  guards: {
    'advice-answered': ({ outcome, advice }, met) =>
      outcome === 'refer' && !isAnswered(advice, met) && !leadsMet(met)
        ? 'Advice and Guidance has not answered it yet; without their answer only the team leader takes it on.'
        : undefined,
  },

  take({ outcome, words }) {
    const { to, fact } = adviceOutcomes[outcome]
    return { to, facts: { outcome: fact, words } }
  },
})
