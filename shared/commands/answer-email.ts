import { z } from 'zod'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText } from './incident-subject.ts'

/** Whether AAC’s resolution worked, replied to the address in its email; either may, once (INC-9, INC-10). */
export const answerEmail = defineIncidentStep({
  name: 'answer-email',
  args: incidentArgs.extend({ successful: z.boolean(), words: longText }),
  take: ({ successful, words }, { incident }) => ({
    to: successful ? 'solved' : 'escalated',
    changes: { email: null, escalated: incident.escalated || !successful },
    facts: { outcome: successful ? 'successful' : 'unsuccessful', words },
  }),
})
