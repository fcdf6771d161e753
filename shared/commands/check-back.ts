import { z } from 'zod'
import { londonDate } from '../domain/time.ts'
import { longDate } from '../queries/date-words.ts'
import { defineIncidentStep, leadsMet, type Met } from './incident-step.ts'
import { incidentArgs, longText } from './incident-subject.ts'

// A leader's own is no other's that he could judge (INC-16).
const mayJudge = (met: Met): boolean => met.context.actor !== met.incident.raisedBy && leadsMet(met)

/** Whether what the team leader advised has worked; where not, he is consulted again (INC-3). */
export const checkBack = defineIncidentStep({
  name: 'check-back',
  args: incidentArgs.extend({ works: z.boolean(), words: longText }),

  guards: {
    'on-its-day'({ works }, met) {
      const { checkBackOn } = met.incident
      const isEarly = checkBackOn !== null && londonDate(met.context.issuedAt) < checkBackOn
      return works && isEarly && !mayJudge(met)
        ? `It is checked on ${longDate(checkBackOn)}, not before: until then only the team leader closes it.`
        : undefined
    },
  },

  take: ({ works, words }) => ({
    to: works ? 'closed' : 'consulting',
    changes: { checkBackOn: null },
    facts: { outcome: works ? 'it works' : 'it does not work', words },
  }),
})
