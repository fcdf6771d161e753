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

  guards: {
    'of-somebody-else': (_, { incident, context }) =>
      context.actor === incident.raisedBy ? 'You raised it yourself.' : undefined,
    'not-joined-yet': (_, { incident, context }) =>
      incident.joined.some(({ by }) => by === context.actor) ? 'You have joined it already.' : undefined,
    'names-no-client': ({ words }, { incident }) =>
      namesClient(words, incident.number)
        ? 'Leave numbers of cases and people out: not everybody who reads it may see your case.'
        : undefined,
  },

  take: ({ words }, { incident, context: { actor: by, now: at } }) => ({
    changes: { joined: [...incident.joined, { by, at, words }] },
    facts: { words },
  }),
})
