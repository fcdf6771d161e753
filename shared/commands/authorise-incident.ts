import { z } from 'zod'
import { yesOrNo } from './incident-facts.ts'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs } from './incident-subject.ts'

/** The team leader agrees to take it to AAC; whoever was not the one consulted has read what came of it (INC-5, INC-16). */
export const authoriseIncident = defineIncidentStep({
  name: 'authorise-incident',
  args: incidentArgs.extend({ readConsultation: z.boolean() }),

  guards: {
    consulted: (_, { incident }) =>
      incident.consulted
        ? undefined
        : 'No team leader has been consulted; send it back with what is to be tried.',
    'consultation-read': ({ readConsultation }, { incident, context }) =>
      incident.consulted?.by !== context.actor && !readConsultation
        ? 'Somebody else was consulted: read what came of it, and say that you have.'
        : undefined,
  },

  take: ({ readConsultation }, { context: { actor: by, now: at } }) => ({
    changes: { authorised: { by, at, readConsultation } },
    facts: { readConsultation: yesOrNo(readConsultation) },
  }),
})
