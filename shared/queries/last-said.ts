import type { Incident, IncidentEntry } from '../domain/incident.ts'
import type { IncidentStepName } from '../domain/incident-steps.ts'

// Beside the way that it takes.
const asides: ReadonlySet<IncidentStepName> = new Set([
  'complete-details',
  'hand-over-retries',
  'join-incident',
  'raise-incident',
])

export interface LastSaid {
  readonly entry: IncidentEntry
  readonly words: string
}

/**
 * What was written with the step that brought it where it stands: what is asked, what is to be done locally, why AAC
 * rejected it. Whoever has the next turn needs that first. Null: nothing was; an email from AAC is told by itself.
 */
export function lastSaid({ history }: Pick<Incident, 'history'>): LastSaid | null {
  const entry = history.findLast(({ step }) => !asides.has(step))
  if (!entry || entry.step === 'receive-email') return null
  const { words, rejection, actionsTaken } = entry.facts
  const said = words ?? rejection ?? actionsTaken
  return said === undefined ? null : { entry, words: said }
}
