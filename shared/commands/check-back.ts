import { z } from 'zod'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText } from './incident-subject.ts'

/** Whether what the team leader advised has worked; where not, he is consulted again (INC-3). */
export const checkBack = defineIncidentStep({
  name: 'check-back',
  args: incidentArgs.extend({ works: z.boolean(), words: longText }),
  take: ({ works, words }) => ({
    to: works ? 'closed' : 'consulting',
    changes: { checkBackOn: null },
    facts: { outcome: works ? 'it works' : 'it does not work', words },
  }),
})
