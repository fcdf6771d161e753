import { z } from 'zod'
import { daysBetween, londonDate } from '../domain/time.ts'
import { consultedBy } from './consulted-by.ts'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText } from './incident-subject.ts'

/** How far ahead somebody checks back. */
const LATEST_DAYS = 28

/** The consulted team leader resolves it: what to do, and on which day somebody checks back that it was done (INC-3). */
export const resolveIncident = defineIncidentStep({
  name: 'resolve-incident',
  args: incidentArgs.extend({ words: longText, checkBackOn: z.iso.date() }),

  guards: {
    'check-back-soon'({ checkBackOn }, { context }) {
      const days = daysBetween(londonDate(context.issuedAt), checkBackOn)
      if (days < 0) return 'That day has passed; check back today or later.'
      if (days > LATEST_DAYS)
        return `Check back within ${LATEST_DAYS} days, while it can still be told what was done.`
      return undefined
    },
  },

  take: ({ words, checkBackOn }, { context }) => ({
    changes: { consulted: consultedBy(context), checkBackOn },
    facts: { words, checkBackOn },
  }),
})
