import { z } from 'zod'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText } from './incident-subject.ts'

/** A team leader takes it back, with a reason; once AAC has given a number, only after AAC was told (INC-17). */
export const withdrawIncident = defineIncidentStep({
  name: 'withdraw-incident',
  args: incidentArgs.extend({ reason: longText, aacTold: z.boolean() }),

  guards: {
    'aac-told': ({ aacTold }, { incident: { number } }) =>
      number !== null && !aacTold
        ? `AAC has it as incident ${number}: tell AAC first, then withdraw it.`
        : undefined,
  },

  take: ({ reason: words }, { incident: { number } }) => ({
    facts: number === null ? { words } : { words, outcome: 'AAC was told' },
  }),
})
