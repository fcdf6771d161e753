import type { Advice, AdviceRequest } from '../domain/advice.ts'
import type { CaseGroup } from '../domain/case-group.ts'
import type { Incident } from '../domain/incident.ts'
import { clockOf, type IncidentClock } from '../domain/incident-clock.ts'
import { isOpenRequest } from '../domain/open-work.ts'
import type { OwnIncident } from '../domain/own-incident.ts'
import type { Instant } from '../domain/time.ts'

/** How an incident stands that was sent to Advice and Guidance (INC-3, ADV-1); `not-known`: whoever reads is not sent it. */
export type AdviceStanding =
  | { readonly kind: 'not-sent' | 'to-ask' | 'not-known' }
  | { readonly kind: 'asked'; readonly advice: Advice }
  /** Or what was asked was closed without an answer: then it is not known since when. */
  | { readonly kind: 'back'; readonly since: Instant | null }

interface Asked {
  readonly advice: Advice
  readonly isOver: boolean
}

/** What was asked since it was sent there last decides; `general` is what is asked without a case, null: not to be seen. */
export function adviceStanding(
  incident: Incident,
  subject: CaseGroup | OwnIncident,
  general: readonly AdviceRequest[] | null,
): AdviceStanding {
  if (incident.state !== 'with-advice') return { kind: 'not-sent' }
  const known = subject.kind === 'case-group' ? askedOn(subject) : general?.map(askedWithoutCase)
  if (!known) return { kind: 'not-known' }
  const sent = incident.history.findLast(({ step }) => step === 'send-to-advice')?.at ?? ''
  const last = known.findLast(({ advice }) => advice.incident === incident.id && advice.askedAt >= sent)
  if (!last) return { kind: 'to-ask' }
  const { advice, isOver } = last
  return isOver ? { kind: 'back', since: advice.answer?.at ?? null } : { kind: 'asked', advice }
}

const askedOn = ({ serviceRequests }: CaseGroup): readonly Asked[] =>
  serviceRequests.flatMap(request => {
    const advice = request.here?.advice
    return advice ? [{ advice, isOver: advice.answer !== null || !isOpenRequest(request) }] : []
  })

const askedWithoutCase = ({ advice }: AdviceRequest): Asked => ({ advice, isOver: advice.answer !== null })

/** What runs for it: while Advice and Guidance is asked, that is their clock (ADV-1). */
export function clockWithAdvice(incident: Incident, standing: AdviceStanding): IncidentClock {
  if (standing.kind === 'asked') {
    const { dueOn, dueAt } = standing.advice
    return { kind: 'advice', on: dueOn, due: dueAt }
  }
  if (standing.kind === 'back' && standing.since) return { kind: 'since', from: standing.since }
  return clockOf(incident)
}
