import { consultedBy } from './consulted-by.ts'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText } from './incident-subject.ts'

/** Neither the team leader can resolve it nor would advice: it is to be documented and referred (INC-3). */
export const directReferral = defineIncidentStep({
  name: 'direct-referral',
  args: incidentArgs.extend({ words: longText.nullable() }),
  guards: {},
  take: ({ words }, { context }) => ({
    changes: { consulted: consultedBy(context) },
    facts: words === null ? {} : { words },
  }),
})
