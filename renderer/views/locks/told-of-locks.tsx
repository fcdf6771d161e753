import { counted, whenWords } from '../../../shared/queries/date-words.ts'
import { actorWords, historyWords } from '../../../shared/queries/history-words.ts'
import { lockNoticeWords } from '../../../shared/queries/told-of-locks.ts'
import { useReadings } from '../desk-context.ts'
import { useLockNotices } from './use-lock-notices.ts'

/** Whoever set a lock is told what others did with it (LOCK-11). */
export function ToldOfLocks() {
  const { toldOfLocks, index, today } = useReadings()
  const notices = useLockNotices()
  const count = toldOfLocks.length + notices.length
  if (count === 0) return null
  return (
    <details className="told">
      <summary>Of locks that you set: {counted(count, 'change')} by others in the last 28 days</summary>
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
        {notices.map(notice => (
          <li key={notice.id}>
            <span>{lockNoticeWords(notice)}</span>
            <span className="quiet">
              {whenWords(notice.at, today)}, {actorWords(notice.actor, index)}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
