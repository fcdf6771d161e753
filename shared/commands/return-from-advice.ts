import { z } from 'zod'
import { directsPlace } from './authority.ts'
import { defineIncidentStep, type Met } from './incident-step.ts'
import { incidentArgs, longText } from './incident-subject.ts'

const outcomes = {
  solved: { to: 'closed', fact: 'the advice solved it' },
  consult: { to: 'consulting', fact: 'to the team leader with the advice' },
  refer: { to: 'to-refer', fact: 'not answerable there' },
} as const

// As to the question that was asked of this incident.
const isAnswered = ({ incident, subject }: Met): boolean =>
  subject.kind === 'case-group' &&
  subject.serviceRequests.some(
    ({ here }) => here?.advice?.incident === incident.id && here.advice.answer !== null,
  )

const isLeaders = ({ subject, index, context: { actor, today } }: Met): boolean =>
  directsPlace(actor, subject, index, today)

/** What Advice and Guidance said; what they cannot answer goes on to be referred, with everything carried over (ADV-3). */
export const returnFromAdvice = defineIncidentStep({
  name: 'return-from-advice',
  args: incidentArgs.extend({ outcome: z.enum(['solved', 'consult', 'refer']), words: longText }),

  take({ outcome, words }, met) {
    if (outcome === 'refer' && !isAnswered(met) && !isLeaders(met))
      return 'Advice and Guidance has not answered it yet; without their answer only the team leader takes it on.'
    const { to, fact } = outcomes[outcome]
    return { to, facts: { outcome: fact, words } }
  },
})
