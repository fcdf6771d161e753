import { counted, whenWords } from '../../../shared/queries/date-words.ts'
import { actorWords, historyWords } from '../../../shared/queries/history-words.ts'
import { useReadings } from '../desk-context.ts'

/** Whoever set a lock is told what others did with it (LOCK-11). */
export function ToldOfLocks() {
  const { toldOfLocks, index, today } = useReadings()
  if (toldOfLocks.length === 0) return null
  return (
    <details className="told">
      <summary>
        Of locks that you set: {counted(toldOfLocks.length, 'change')} by others in the last 28 days
      </summary>
      <ol className="history">
        {toldOfLocks.map(({ group, entry }) => (
          <li key={`${group.id} ${entry.at}`}>
            <span>
              <span className="number">{group.id}</span> {group.title}: {historyWords(entry, index)}
            </span>
            <span className="quiet">
              {whenWords(entry.at, today)}, {actorWords(entry.actor, index)}
            </span>
            {entry.reason !== null && <q>{entry.reason}</q>}
          </li>
        ))}
      </ol>
    </details>
  )
}
