import type { HistoryEntry } from '../../../shared/domain/history.ts'
import { londonDate } from '../../../shared/domain/time.ts'
import { longDate } from '../../../shared/queries/date-words.ts'

/** Not locked; where the rule itself ended its last lock and moved it, that is explained (LOCK-4). */
export function Overruled({ history }: { readonly history: readonly HistoryEntry[] }) {
  const last = history.find(({ event }) => event.kind === 'lock-overruled' || event.kind === 'lock-cleared')
  if (last?.event.kind !== 'lock-overruled') return <p>Not locked.</p>
  return (
    <p>
      Not locked. Its lock of {longDate(londonDate(last.event.since))} was overruled on{' '}
      {longDate(londonDate(last.at))}: a nationally sensitive case group goes to Special Client Records at
      once, locked or not.
    </p>
  )
}
