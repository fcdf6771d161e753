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

  take({ description, actionsTaken, documented, details: filled }, met) {
    const { incident } = met
    const details = withDetails(incident.details, filled)
    const missing = missingForReferral(details)
    if (missing.length > 0)
      return `A referral needs these too: ${listWords(missing.map(field => fieldTitles[field]))}. “None held” and “no case affected” are answers.`
    const faulty = objectionToFaults(details, met)
    if (faulty) return faulty
    return {
      changes: { description, actionsTaken, details },
      facts: factsOf({ ...filled, description, actionsTaken, documented: yesOrNo(documented) }),
    }
  },
})
