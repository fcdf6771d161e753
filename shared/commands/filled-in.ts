import { z } from 'zod'
import type { Incident, IncidentFact, IncidentFacts } from '../domain/incident.ts'
import type { incidentSteps } from '../domain/incident-steps.ts'
import { listWords } from '../domain/list-words.ts'
import { factWords } from '../queries/incident-field-words.ts'
import { words } from './envelope.ts'
import { type detailsArg, factsOf } from './incident-facts.ts'

/** What its user saw where he fills something in; what is left out was empty. */
export const sawAnswers = z.record(z.string().max(40), words.max(4000)).default({})

/** Of a step's args, those that can stand over what somebody else said. */
export interface Filling {
  readonly incident: string
  readonly details?: z.output<typeof detailsArg>
  readonly employment?: Incident['employment']
  readonly retriesBy?: string
  readonly words?: string | null
}

/** What a step fills in where something else may stand already (INC-6, INC-8, INC-11). */
function filledIn(step: keyof typeof incidentSteps, args: Filling): IncidentFacts {
  const { details, employment, retriesBy = null, words = null } = args
  const rejection = step === 'record-rejection' ? words : null
  return { ...details, ...factsOf({ employment: concernIn(employment), retriesBy, rejection }) }
}

/** All that a step could fill in, as it stands. */
export const answersStanding = ({ details, employment, retriesBy, rejection }: Incident): IncidentFacts => ({
  ...details,
  ...factsOf({ employment: concernIn(employment), retriesBy, rejection }),
})

// "Not about employment information" is where nobody has said anything.
const concernIn = (employment: Incident['employment'] | undefined): string | null =>
  employment === 'none' ? '' : (employment ?? null)

/** What stands where a step fills something in. */
export function answersSeen(
  step: keyof typeof incidentSteps,
  incident: Incident,
  args: Filling,
): IncidentFacts {
  const filled = filledIn(step, args)
  return Object.fromEntries(Object.entries(answersStanding(incident)).filter(([fact]) => fact in filled))
}

/** A sentence where somebody else filled it in otherwise since it was seen: the first at the hub stands. */
export function objectionToFilling(
  step: keyof typeof incidentSteps,
  incident: Incident,
  args: Filling,
  seen: z.output<typeof sawAnswers>,
): string | undefined {
  const present = answersStanding(incident)
  const filled = Object.entries(filledIn(step, args)) as [IncidentFact, string][]
  const overwritten = filled.filter(([fact, said]) => {
    const now = present[fact] ?? ''
    return now !== (seen[fact] ?? '') && now !== said
  })
  if (overwritten.length === 0) return undefined
  const named = listWords(overwritten.map(([fact]) => factWords(fact)))
  return `Somebody else filled this in since you looked: ${named}. See what is there now, and fill it in again where yours is right.`
}
