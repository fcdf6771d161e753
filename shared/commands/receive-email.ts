import { z } from 'zod'
import type { Incident } from '../domain/incident.ts'
import { emailsOf, oldestFirst } from '../domain/incident-emails.ts'
import type { Instant } from '../domain/time.ts'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText, shortText } from './incident-subject.ts'

// The time of an email is known to the minute.
const MINUTE = 60_000
// The clock of a desk may be so much ahead of the hub's.
const SKEW = 5 * MINUTE

// By the clock of whoever raised it, perhaps offline.
const raisedWhen = ({ raisedAt, history: [first] }: Incident): Instant => first?.issuedAt ?? raisedAt

/** An email from AAC has come: 24 hours from its receipt it is answered, to the address inside it (INC-9, INC-10). */
export const receiveEmail = defineIncidentStep({
  name: 'receive-email',
  args: incidentArgs.extend({ receivedAt: z.iso.datetime(), replyTo: shortText, text: longText }),

  take({ receivedAt, replyTo, text }, { incident, context }) {
    if (Date.parse(receivedAt) < Date.parse(raisedWhen(incident)) - MINUTE)
      return 'It cannot have come before the incident was raised; check date and time.'
    if (Date.parse(receivedAt) > Date.parse(context.issuedAt) + SKEW)
      return 'It cannot have come in the future; check date and time.'
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(replyTo))
      return 'The answer goes to the address inside the email: give that.'
    const [email, ...laterEmails] = oldestFirst([...emailsOf(incident), { receivedAt, replyTo, text }])
    return {
      changes: { email, callBackAt: null, ...(laterEmails.length > 0 && { laterEmails }) },
      facts: { receivedAt, replyTo, words: text },
    }
  },
})
