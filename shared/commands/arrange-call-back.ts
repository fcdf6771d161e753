import { z } from 'zod'
import { daysBetween, londonDate } from '../domain/time.ts'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs } from './incident-subject.ts'

/** A call-back that is further away is a slip of the pen. */
const LATEST_DAYS = 28

/** AAC calls back, at a time that is kept (INC-9). */
export const arrangeCallBack = defineIncidentStep({
  name: 'arrange-call-back',
  args: incidentArgs.extend({ callBackAt: z.iso.datetime() }),

  guards: {
    'call-back-soon'({ callBackAt }, { context: { issuedAt } }) {
      if (Date.parse(callBackAt) < Date.parse(issuedAt))
        return 'That time has passed; give the one that AAC named.'
      if (daysBetween(londonDate(issuedAt), londonDate(callBackAt)) > LATEST_DAYS)
        return `AAC calls back within ${LATEST_DAYS} days; check the date.`
      return undefined
    },
  },

  take: ({ callBackAt }) => ({ changes: { callBackAt }, facts: { callBackAt } }),
})
