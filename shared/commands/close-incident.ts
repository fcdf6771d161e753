import { z } from 'zod'
import { daysBetween, londonDate } from '../domain/time.ts'
import { factsOf } from './incident-facts.ts'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText, shortText } from './incident-subject.ts'

const LATEST_DAYS = 366

/** AAC has closed it and the note says what was done. The lock can come off, unless it was directed otherwise (INC-12). */
export const closeIncident = defineIncidentStep({
  name: 'close-incident',
  args: incidentArgs.extend({
    wordsForNote: longText,
    direction: z.strictObject({ by: shortText, until: z.iso.date() }).nullable(),
  }),

  guards: {
    'direction-within-a-year'({ direction }, { context }) {
      if (!direction) return undefined
      const days = daysBetween(londonDate(context.issuedAt), direction.until)
      if (days < 0)
        return 'The day until which the lock is to stay on has passed; leave the direction out, or choose a later day.'
      return days > LATEST_DAYS
        ? 'A lock is directed to stay on for a year at most; choose an earlier day.'
        : undefined
    },
  },

  take({ wordsForNote: words, direction }) {
    const { by: directedBy = null, until = null } = direction ?? {}
    return { changes: { direction }, facts: factsOf({ words, directedBy, until }) }
  },
})
