import type { HistoryEntry, HistoryEvent } from '../../../shared/domain/history.ts'
import { londonDate } from '../../../shared/domain/time.ts'
import { longDate } from '../../../shared/queries/date-words.ts'

/** Set, or ended: by a rule, by itself or with a return (RTS-4). */
export const isOfALock = (event: HistoryEvent) =>
  event.kind === 'lock-set' ||
  event.kind === 'lock-cleared' ||
  event.kind === 'lock-overruled' ||
  (event.kind === 'returned' && event.lockCleared !== null)

/** Not locked; where the rule itself ended its last lock and moved it, that is explained (LOCK-4). */
export function Overruled({ history }: { readonly history: readonly HistoryEntry[] }) {
  const last = history.find(({ event }) => isOfALock(event))
  if (last?.event.kind !== 'lock-overruled') return <p>Not locked.</p>
  return (
    <p>
      Not locked. Its lock of {longDate(londonDate(last.event.since))} was overruled on{' '}
      {longDate(londonDate(last.at))}: a nationally sensitive case group goes to Special Client Records at
      once, locked or not.
    </p>
  )
}
