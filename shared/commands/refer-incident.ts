import { z } from 'zod'
import { missingForReferral, withDetails } from '../domain/incident-details.ts'
import { listWords } from '../domain/list-words.ts'
import { fieldTitles } from '../queries/incident-words.ts'
import { objectionToFaults } from './faulty-details.ts'
import { detailsArg, factsOf, yesOrNo } from './incident-facts.ts'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText } from './incident-subject.ts'

/** Refers it to the team leader with the documentation that the note in CMS2012 has (INC-4). */
export const referIncident = defineIncidentStep({
  name: 'refer-incident',
  args: incidentArgs.extend({
    description: longText,
    actionsTaken: longText,
    /** In the notes of the service request, in CMS2012. */
    documented: z.literal(true),
    details: detailsArg,
  }),

  guards: {
    'referral-complete'({ details: filled }, { incident }) {
      const missing = missingForReferral(withDetails(incident.details, filled))
      return missing.length === 0
        ? undefined
        : `A referral needs these too: ${listWords(missing.map(field => fieldTitles[field]))}. “None held” and “no case affected” are answers.`
    },
    'details-possible': ({ details: filled }, met) =>
      objectionToFaults(withDetails(met.incident.details, filled), met),
  },

  take: ({ description, actionsTaken, documented, details: filled }, { incident }) => ({
    changes: { description, actionsTaken, details: withDetails(incident.details, filled) },
    facts: factsOf({ ...filled, description, actionsTaken, documented: yesOrNo(documented) }),
  }),
})
