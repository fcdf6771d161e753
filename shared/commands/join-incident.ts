import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText } from './incident-subject.ts'
import { namesClient } from './names-client.ts'

/**
 * The same problem was raised before: whoever has it too joins that incident (INC-2). His case is not named in it: not
 * everybody who sees the one sees the other (ACC-3).
 */
export const joinIncident = defineIncidentStep({
  name: 'join-incident',
  args: incidentArgs.extend({ words: longText }),

  take({ words }, { incident, context }) {
    const { actor: by, now: at } = context
    if (by === incident.raisedBy) return 'You raised it yourself.'
    if (incident.joined.some(each => each.by === by)) return 'You have joined it already.'
    if (namesClient(words, incident.number))
      return 'Leave numbers of cases and people out: not everybody who reads it may see your case.'
    return { changes: { joined: [...incident.joined, { by, at, words }] }, facts: { words } }
  },
})
