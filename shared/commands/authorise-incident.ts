import { z } from 'zod'
import { yesOrNo } from './incident-facts.ts'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs } from './incident-subject.ts'

/** The team leader agrees to take it to AAC; whoever was not the one consulted has read what came of it (INC-5, INC-16). */
export const authoriseIncident = defineIncidentStep({
  name: 'authorise-incident',
  args: incidentArgs.extend({ readConsultation: z.boolean() }),

  take({ readConsultation }, { incident, context }) {
    const { actor: by, now: at } = context
    if (!incident.consulted)
      return 'No team leader has been consulted; send it back with what is to be tried.'
    if (incident.consulted.by !== by && !readConsultation)
      return 'Somebody else was consulted: read what came of it, and say that you have.'
    return {
      changes: { authorised: { by, at, readConsultation } },
      facts: { readConsultation: yesOrNo(readConsultation) },
    }
  },
})
