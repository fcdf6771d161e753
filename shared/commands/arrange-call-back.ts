import { z } from 'zod'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs } from './incident-subject.ts'

/** AAC calls back, at a time that is kept (INC-9). */
export const arrangeCallBack = defineIncidentStep({
  name: 'arrange-call-back',
  args: incidentArgs.extend({ callBackAt: z.iso.datetime() }),

  take({ callBackAt }, { context }) {
    if (Date.parse(callBackAt) < Date.parse(context.issuedAt))
      return 'That time has passed; give the one that AAC named.'
    return { changes: { callBackAt }, facts: { callBackAt } }
  },
})
