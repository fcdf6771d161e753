import type { Incident, IncidentEntry } from '../domain/incident.ts'
import { decides } from '../domain/incident-clock.ts'

/** What was done since somebody saw it at that turn: from the first decision that he did not see. */
export function unseenSteps({ history, turn }: Incident, seen: number): readonly IncidentEntry[] {
  const decisions = history.filter(decides)
  const first = decisions.at(Math.min(0, seen - turn))
  return turn > seen && first ? history.slice(history.indexOf(first)) : []
}
