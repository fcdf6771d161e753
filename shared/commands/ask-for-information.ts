import { consultedBy } from './consulted-by.ts'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText } from './incident-subject.ts'

/** The consulted team leader needs to know more first, and says what (INC-3). */
export const askForInformation = defineIncidentStep({
  name: 'ask-for-information',
  args: incidentArgs.extend({ words: longText }),
  guards: {},
  take: ({ words }, { context }) => ({ changes: { consulted: consultedBy(context) }, facts: { words } }),
})
