import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { HistoryEntry } from '../../../shared/domain/history.ts'
import { whenWords } from '../../../shared/queries/date-words.ts'
import { actorWords, historyWords } from '../../../shared/queries/history-words.ts'
import { Section } from '../../components/section.tsx'
import { useReadings } from '../desk-context.ts'

/** The last 20 things that happened to it, newest first. */
export function History({ group }: { readonly group: CaseGroup }) {
  return (
    <Section title="History">
      {group.history.length === 0 && <p>Nothing yet since it came with the extract.</p>}
      <ol className="history">
        {group.history.map((entry, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id, and are only ever added in front.
          <HistoryLine key={`${entry.at} ${place}`} entry={entry} />
        ))}
      </ol>
    </Section>
  )
}

/** What was done, when, by whom and why. */
export function HistoryLine({ entry }: { readonly entry: HistoryEntry }) {
  const { index, today } = useReadings()
  return (
    <li>
      <span>{historyWords(entry, index)}</span>
      <span className="quiet">
        {whenWords(entry.at, today)}, {actorWords(entry.actor, index)}
      </span>
      {entry.reason !== null && <q>{entry.reason}</q>}
    </li>
  )
}
