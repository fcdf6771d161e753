import { z } from 'zod'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText } from './incident-subject.ts'

const outcomes = {
  solved: { to: 'closed', fact: 'the advice solved it' },
  consult: { to: 'consulting', fact: 'to the team leader with the advice' },
  refer: { to: 'to-refer', fact: 'not answerable there' },
} as const

/** What Advice and Guidance said; what they cannot answer goes on to be referred, with everything carried over (ADV-3). */
export const returnFromAdvice = defineIncidentStep({
  name: 'return-from-advice',
  args: incidentArgs.extend({ outcome: z.enum(['solved', 'consult', 'refer']), words: longText }),
  take({ outcome, words }) {
    const { to, fact } = outcomes[outcome]
    return { to, facts: { outcome: fact, words } }
  },
})
