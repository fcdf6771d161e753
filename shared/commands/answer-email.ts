import { z } from 'zod'
import type { AacEmail } from '../domain/incident.ts'
import { answerDueAt } from '../domain/incident-clock.ts'
import { emailsOf } from '../domain/incident-emails.ts'
import type { Context } from './command.ts'
import { yesOrNo } from './incident-facts.ts'
import { defineIncidentStep } from './incident-step.ts'
import { incidentArgs, longText } from './incident-subject.ts'

/**
 * Whether AAC’s resolution worked, replied to the address in its email; either may, once (INC-9, INC-10). Of several the
 * oldest is answered, and where it stands is what the last answer says. In time is by the clock of whoever answered,
 * save where that stood before the email had come: then it is the hub's that counts.
 */
export const answerEmail = defineIncidentStep({
  name: 'answer-email',
  args: incidentArgs.extend({ successful: z.boolean(), words: longText }),
  guards: {},

  take({ successful, words }, { incident, context }) {
    const [answered, next = null, ...laterEmails] = emailsOf(incident)
    if (!answered) return 'No email from AAC waits for an answer.'
    const inTime = answeredWhen(answered, context) <= Date.parse(answerDueAt(answered.receivedAt))
    return {
      to: next ? 'email-to-answer' : successful ? 'solved' : 'escalated',
      changes: {
        email: next,
        ...(incident.laterEmails && { laterEmails }),
        escalated: incident.escalated || !successful,
      },
      facts: {
        outcome: successful ? 'successful' : 'unsuccessful',
        receivedAt: answered.receivedAt,
        inTime: yesOrNo(inTime),
        words,
      },
    }
  },
})

function answeredWhen({ receivedAt }: AacEmail, { issuedAt, now }: Context): number {
  const issued = Date.parse(issuedAt)
  return issued < Date.parse(receivedAt) ? Date.parse(now) : issued
}
