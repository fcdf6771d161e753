import type { AacEmail, Incident, IncidentEntry } from './incident.ts'
import { emailsOf } from './incident-emails.ts'
import { stepOf } from './incident-steps.ts'
import { hoursAfter, type Instant, type PlainDate } from './time.ts'

/** What of an incident runs against time. */
export type RunningClock =
  /** An email from AAC: 24 hours from its receipt, nights and holidays included (INC-10). */
  | { readonly kind: 'answer'; readonly email: AacEmail; readonly due: Instant }
  /** AAC calls back then (INC-9). */
  | { readonly kind: 'call-back'; readonly due: Instant }
  /** Somebody looks whether it is really solved, on that date (INC-3). */
  | { readonly kind: 'check-back'; readonly on: PlainDate }

/** Nothing is due: how long it stands as it does. */
interface Standing {
  readonly kind: 'since'
  readonly from: Instant
}

/** The first of what runs, or that of Advice and Guidance, urgent at a moment, else by the end of a day (ADV-1). */
export type IncidentClock =
  | RunningClock
  | Standing
  | { readonly kind: 'advice'; readonly on: PlainDate; readonly due: Instant | null }

export const ANSWER_HOURS = 24

/** Elapsed time: the clocks of spring and autumn make it neither longer nor shorter (INC-10). */
export const answerDueAt = (receivedAt: Instant): Instant => hoursAfter(receivedAt, ANSWER_HOURS)

/** All that runs, the first first: each email that waits has its own 24 hours (INC-10). */
export function clocksRunning(incident: Incident): readonly RunningClock[] {
  const { state, callBackAt, checkBackOn } = incident
  if (state === 'email-to-answer')
    return emailsOf(incident).map(email => ({ kind: 'answer', email, due: answerDueAt(email.receivedAt) }))
  if (state === 'call-back' && callBackAt) return [{ kind: 'call-back', due: callBackAt }]
  if (state === 'check-back' && checkBackOn) return [{ kind: 'check-back', on: checkBackOn }]
  return []
}

/** The first of what runs, or since when it stands so. */
export function clockOf(incident: Incident): RunningClock | Standing {
  const [first] = clocksRunning(incident)
  return first ?? { kind: 'since', from: standsSince(incident) }
}

export const standsSince = ({ history, raisedAt }: Incident): Instant =>
  history.findLast(decides)?.at ?? raisedAt

/** Who fills something in or joins decides nothing, and does not start the clock anew. */
export const decides = ({ step }: IncidentEntry) => step === 'raise-incident' || stepOf(step).to.length > 0
