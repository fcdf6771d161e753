import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText } from './incident-subject.ts'

/** Not to AAC yet: what is to be done locally first (INC-5). */
export const sendBackIncident = defineIncidentStep({
  name: 'send-back-incident',
  args: incidentArgs.extend({ words: longText }),
  guards: {},
  take: ({ words }) => ({ facts: { words } }),
})
