import { z } from 'zod'
import type { Incident, IncidentEntry } from '../domain/incident.ts'
import { emailsOf, oldestFirst } from '../domain/incident-emails.ts'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText, shortText } from './incident-subject.ts'

// The time of an email is known to the minute.
const MINUTE = 60_000
// The clock of a desk may be so much ahead of the hub's, or of another's.
const SKEW = 5 * MINUTE

/**
 * Before which AAC cannot have been called: the authorisation, by the clock of another desk (INC-8). The call itself is written
 * down when there is time for it, and an email may have come by then.
 */
function earliestCall({ raisedAt, history }: Incident): number {
  const authorised = history.findLast(({ step }) => step === 'authorise-incident')
  return authorised ? whenDone(authorised) - SKEW : Date.parse(raisedAt)
}

const whenDone = ({ at, issuedAt = at }: IncidentEntry): number => Date.parse(issuedAt)

/** An email from AAC has come: 24 hours from its receipt it is answered, to the address inside it (INC-9, INC-10). */
export const receiveEmail = defineIncidentStep({
  name: 'receive-email',
  args: incidentArgs.extend({ receivedAt: z.iso.datetime(), replyTo: shortText, text: longText }),

  guards: {
    'after-the-authorisation': ({ receivedAt }, { incident }) =>
      Date.parse(receivedAt) < earliestCall(incident) - MINUTE
        ? 'It cannot have come before AAC was called, which was not before the incident was authorised; check date and time.'
        : undefined,
    'not-in-the-future': ({ receivedAt }, { context }) =>
      Date.parse(receivedAt) > Date.parse(context.issuedAt) + SKEW
        ? 'It cannot have come in the future; check date and time.'
        : undefined,
    'address-given': ({ replyTo }) =>
      /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(replyTo)
        ? undefined
        : 'The answer goes to the address inside the email: give that.',
  },

  take({ receivedAt, replyTo, text }, { incident }) {
    const [email, ...laterEmails] = oldestFirst([...emailsOf(incident), { receivedAt, replyTo, text }])
    return {
      changes: { email, callBackAt: null, ...(laterEmails.length > 0 && { laterEmails }) },
      facts: { receivedAt, replyTo, words: text },
    }
  },
})
