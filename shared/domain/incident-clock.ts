import type { Incident, IncidentEntry } from './incident.ts'
import { stepOf } from './incident-steps.ts'
import { hoursAfter, type Instant, type PlainDate } from './time.ts'

/** What of an incident runs against time. */
export type IncidentClock =
  /** An email from AAC: 24 hours from its receipt, nights and holidays included (INC-10). */
  | { readonly kind: 'answer'; readonly from: Instant; readonly due: Instant }
  /** AAC calls back then (INC-9). */
  | { readonly kind: 'call-back'; readonly due: Instant }
  /** Somebody looks whether it is really solved, on that date (INC-3). */
  | { readonly kind: 'check-back'; readonly on: PlainDate }
  /** Nothing is due: how long it stands as it does. */
  | { readonly kind: 'since'; readonly from: Instant }

export const ANSWER_HOURS = 24

/** Elapsed time: the clocks of spring and autumn make it neither longer nor shorter (INC-10). */
export const answerDueAt = (receivedAt: Instant): Instant => hoursAfter(receivedAt, ANSWER_HOURS)

export function clockOf(incident: Incident): IncidentClock {
  const { state, email, callBackAt, checkBackOn } = incident
  if (state === 'email-to-answer' && email)
    return { kind: 'answer', from: email.receivedAt, due: answerDueAt(email.receivedAt) }
  if (state === 'call-back' && callBackAt) return { kind: 'call-back', due: callBackAt }
  if (state === 'check-back' && checkBackOn) return { kind: 'check-back', on: checkBackOn }
  return { kind: 'since', from: incident.history.findLast(decides)?.at ?? incident.raisedAt }
}

/** Who fills something in or joins decides nothing, and does not start the clock anew. */
export const decides = ({ step }: IncidentEntry) => step === 'raise-incident' || stepOf(step).to.length > 0
