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

  take({ details: filled, employment: concern }, { incident }) {
    const employment = concern ?? incident.employment
    if (Object.keys(filled).length === 0 && employment === incident.employment)
      return 'Nothing has been filled in.'
    return {
      changes: {
        details: withDetails(incident.details, filled),
        employment,
      },
      facts: factsOf({ ...filled, employment: concern ?? null }),
    }
  },
})
