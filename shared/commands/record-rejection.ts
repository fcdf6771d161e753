import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText } from './incident-subject.ts'

/** Why AAC rejected it: that follows by email to caseworker and team leader (INC-8). */
export const recordRejection = defineIncidentStep({
  name: 'record-rejection',
  args: incidentArgs.extend({ words: longText }),
  guards: {},
  take: ({ words }) => ({ changes: { rejection: words }, facts: { rejection: words } }),
})
