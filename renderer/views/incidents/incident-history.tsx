import type { Incident, IncidentEntry, IncidentFact } from '../../../shared/domain/incident.ts'
import { isNinoField } from '../../../shared/domain/incident-details.ts'
import { actorWords } from '../../../shared/queries/history-words.ts'
import { entryWhen } from '../../../shared/queries/incident-entry-words.ts'
import { factTitle } from '../../../shared/queries/incident-fact-words.ts'
import { factWords, stepDone } from '../../../shared/queries/incident-field-words.ts'
import { Nino } from '../../components/nino.tsx'
import { Section } from '../../components/section.tsx'
import { useReadings } from '../desk-context.ts'

/** All that was done and said, oldest first; nothing in it ever changes (INC-13). */
export function IncidentHistory({ incident }: { readonly incident: Incident }) {
  return (
    <Section title="What happened">
      <HistoryEntries entries={incident.history} />
    </Section>
  )
}

export function HistoryEntries({ entries }: { readonly entries: readonly IncidentEntry[] }) {
  return (
    <ol className="history">
      {entries.map(entry => (
        <Entry key={entry.command} entry={entry} />
      ))}
    </ol>
  )
}

function Entry({ entry }: { readonly entry: IncidentEntry }) {
  const { index, today } = useReadings()
  const { actor, step, facts } = entry
  const said = Object.entries(facts) as [IncidentFact, string][]
  // What a form was begun with is one thing to know, not twenty.
  const [first, rest] = step === 'raise-incident' ? [said.slice(0, 0), said] : [said, []]
  return (
    <li>
      <span>{stepDone(entry)}</span>
      <span className="quiet">
        {entryWhen(entry, today)}, {actorWords(actor, index)}
      </span>
      <Facts facts={first} />
      {rest.length > 0 && (
        <details>
          <summary>What was written</summary>
          <Facts facts={rest} />
        </details>
      )}
    </li>
  )
}

function Facts({ facts }: { readonly facts: readonly (readonly [IncidentFact, string])[] }) {
  const { index } = useReadings()
  if (facts.length === 0) return null
  return (
    <dl className="incident-facts">
      {facts.map(([fact, words]) => (
        <div key={fact}>
          {fact !== 'words' && <dt>{factWords(fact)}</dt>}
          <dd className={fact === 'words' ? 'written' : undefined}>
            {isNinoField(fact) ? (
              <Nino words={words} name={factWords(fact)} />
            ) : (
              factTitle(fact, words, index)
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
