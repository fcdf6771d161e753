import { z } from 'zod'
import type { IncidentFact, IncidentFacts } from '../domain/incident.ts'
import { detailFields } from '../domain/incident-details.ts'
import { words } from './envelope.ts'

/** Any of the fields that AAC asks; an empty text takes the answer out again. */
export const detailsArg = z.partialRecord(z.enum(detailFields), words.trim().max(2000))

/** What was said with a step, without what was left out. */
export function factsOf(said: Readonly<Partial<Record<IncidentFact, string | null>>>): IncidentFacts {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null))
}

export const yesOrNo = (answer: boolean): string => (answer ? 'yes' : 'no')
