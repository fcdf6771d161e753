import type { HistoryEntry } from '../../../shared/domain/history.ts'
import { HistoryLine } from '../case-group/history.tsx'

/** What was done to it last, by whom and when; nothing where the history does not say it. */
export function DoneLast({ entry }: { readonly entry: HistoryEntry | undefined }) {
  if (!entry) return null
  return (
    <ol className="history">
      <HistoryLine entry={entry} />
    </ol>
  )
}
