import { z } from 'zod'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText } from './incident-subject.ts'

/**
 * A resolution in the initial call or a call-back, tried within the call and confirmed to AAC in it. Unsuccessful, AAC
 * escalates, and from then on every response comes by email (INC-9).
 */
export const recordResolution = defineIncidentStep({
  name: 'record-resolution',
  args: incidentArgs.extend({ successful: z.boolean(), words: longText }),
  guards: {},
  take: ({ successful, words }, { incident }) => ({
    to: successful ? 'solved' : 'escalated',
    changes: { callBackAt: null, escalated: incident.escalated || !successful },
    facts: { outcome: successful ? 'successful' : 'unsuccessful', words },
  }),
})
