import { z } from 'zod'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText, shortText } from './incident-subject.ts'

/** An email from AAC has come: 24 hours from its receipt it is answered, to the address inside it (INC-9, INC-10). */
export const receiveEmail = defineIncidentStep({
  name: 'receive-email',
  args: incidentArgs.extend({ receivedAt: z.iso.datetime(), replyTo: shortText, text: longText }),

  take({ receivedAt, replyTo, text }, { context }) {
    if (Date.parse(receivedAt) > Date.parse(context.issuedAt))
      return 'It cannot have come in the future; check date and time.'
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(replyTo))
      return 'The answer goes to the address inside the email: give that.'
    return {
      changes: { email: { receivedAt, replyTo, text }, callBackAt: null },
      facts: { receivedAt, replyTo, words: text },
    }
  },
})
