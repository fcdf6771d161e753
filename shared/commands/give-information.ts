import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText } from './incident-subject.ts'

/** What the team leader had asked for (INC-3). */
export const giveInformation = defineIncidentStep({
  name: 'give-information',
  args: incidentArgs.extend({ words: longText }),
  guards: {},
  take: ({ words }) => ({ facts: { words } }),
})
