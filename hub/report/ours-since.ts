import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { DecidedField } from '../../shared/domain/difference.ts'
import type { HistoryEvent } from '../../shared/domain/history.ts'
import type { Instant } from '../../shared/domain/time.ts'

const deciding: Readonly<Record<DecidedField, ReadonlySet<HistoryEvent['kind']>>> = {
  segment: new Set(['moved']),
  holder: new Set(['allocated', 'returned', 'moved']),
  lock: new Set(['lock-cleared', 'lock-overruled']),
}

/** When a field was last decided here; null: not within the history that is kept, or never. */
export function oursSince(group: CaseGroup, field: DecidedField): Instant | null {
  if (field === 'lock' && group.lock) return group.lock.since
  const decides = ({ event }: CaseGroup['history'][number]) =>
    deciding[field].has(event.kind) || (field === 'lock' && event.kind === 'returned' && event.lockCleared)
  return group.history.find(decides)?.at ?? null
}
