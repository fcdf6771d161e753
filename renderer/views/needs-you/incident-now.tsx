import { answersStanding } from '../../../shared/commands/filled-in.ts'
import { factsOf } from '../../../shared/commands/incident-facts.ts'
import type { Incident, IncidentEntry, IncidentFact, IncidentFacts } from '../../../shared/domain/incident.ts'
import { factTitle } from '../../../shared/queries/incident-fact-words.ts'
import { factWords } from '../../../shared/queries/incident-field-words.ts'
import { stateTitle } from '../../../shared/queries/incident-turn-words.ts'
import type { Said } from '../../../shared/queries/said-with.ts'
import { unseenSteps } from '../../../shared/queries/unseen-steps.ts'
import type { OutboxEntry } from '../../desk/desk.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { type incidentOfEntry, turnSeen } from '../incident-entry.ts'
import { findIncident } from '../incidents/focused-incident.ts'
import { HistoryEntries } from '../incidents/incident-history.tsx'
import { SaidList } from './said-list.tsx'

interface IncidentNowProps {
  readonly about: NonNullable<ReturnType<typeof incidentOfEntry>>
  readonly entry: OutboxEntry
  /** What was asked with the change. */
  readonly said: readonly Said[]
}

/** How the incident stands by now: what somebody else did since it was seen, and what stands where this one says something (INC-14). */
export function IncidentNow({ about, entry, said }: IncidentNowProps) {
  const { index } = useReadings()
  const { replica } = useDesk()
  const found = findIncident(replica, about.group, about.id)
  if (!found) return <p>There is no such incident here.</p>
  const facts = new Set(said.flatMap(({ fact }) => fact ?? []))
  const done = doneSince(found.incident, turnSeen(entry), facts)
  const told = new Set(done.flatMap(each => Object.keys(each.facts)))
  const standing = Object.entries(standingIn(found.incident)) as [IncidentFact, string][]
  const besides = standing.flatMap(([fact, value]): readonly Said[] =>
    facts.has(fact) && !told.has(fact)
      ? [{ fact, title: factWords(fact), words: factTitle(fact, value, index) }]
      : [],
  )
  return (
    <>
      <p>{stateTitle(found.incident)}.</p>
      <HistoryEntries entries={done} />
      <SaidList said={besides} folds={false} />
    </>
  )
}

/** Since it was seen; or the last step that said something of the same, or else the last of all. */
function doneSince(
  incident: Incident,
  seen: number,
  said: ReadonlySet<IncidentFact>,
): readonly IncidentEntry[] {
  const { history } = incident
  const fills = ({ facts }: IncidentEntry) =>
    (Object.keys(facts) as IncidentFact[]).some(fact => fact !== 'words' && said.has(fact))
  const alike = history.findLast(entry => entry.step !== 'raise-incident' && fills(entry))
  const since = unseenSteps(incident, seen)
  const shown = [...(alike && !since.includes(alike) ? [alike] : []), ...since]
  return shown.length > 0 ? shown : history.slice(-1)
}

/** What stands, by the name of the fact that says it. */
function standingIn(incident: Incident): IncidentFacts {
  const { description, actionsTaken, number, callBackAt, checkBackOn, direction } = incident
  const until = direction?.until ?? null
  const directedBy = direction?.by ?? null
  return {
    ...answersStanding(incident),
    ...factsOf({ description, actionsTaken, number, callBackAt, checkBackOn, until, directedBy }),
  }
}
