import { consultedBy } from './consulted-by.ts'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText } from './incident-subject.ts'

/** The team leader cannot resolve it; Advice and Guidance might (INC-3, ADV-1). */
export const sendToAdvice = defineIncidentStep({
  name: 'send-to-advice',
  args: incidentArgs.extend({ words: longText }),
  guards: {},
  take: ({ words }, { context }) => ({ changes: { consulted: consultedBy(context) }, facts: { words } }),
})
