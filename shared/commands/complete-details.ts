import { z } from 'zod'
import { employmentConcerns, withDetails } from '../domain/incident-details.ts'
import { detailsArg, factsOf } from './incident-facts.ts'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs } from './incident-subject.ts'

/** Fills in what AAC asks, field by field, so that two people can do it at once (INC-6). */
export const completeDetails = defineIncidentStep({
  name: 'complete-details',
  args: incidentArgs.extend({
    details: detailsArg,
    /** Left out: as it was. */
    employment: z.enum(employmentConcerns).optional(),
  }),

  guards: {
    'something-filled-in': ({ details, employment }, { incident }) =>
      Object.keys(details).length === 0 && (employment ?? incident.employment) === incident.employment
        ? 'Nothing has been filled in.'
        : undefined,
  },

  take: ({ details, employment }, { incident }) => ({
    changes: {
      details: withDetails(incident.details, details),
      employment: employment ?? incident.employment,
    },
    facts: factsOf({ ...details, employment: employment ?? null }),
  }),
})
