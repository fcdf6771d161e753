import type { CaseGroup } from '../domain/case-group.ts'
import type { DecidedField } from '../domain/difference.ts'
import type { HistoryEvent } from '../domain/history.ts'
import type { Instant } from '../domain/time.ts'

const deciding: Readonly<Record<DecidedField, ReadonlySet<HistoryEvent['kind']>>> = {
  segment: new Set(['moved']),
  holder: new Set(['allocated', 'returned', 'moved']),
  lock: new Set(['lock-cleared', 'lock-overruled']),
}

/** When a field was last decided here; null: not within the history that is kept, or never. */
export function oursSince(group: CaseGroup, field: DecidedField): Instant | null {
  if (field === 'lock' && group.lock) return group.lock.since
  return group.history.find(({ event }) => decides(event, field))?.at ?? null
}

function decides(event: HistoryEvent, field: DecidedField): boolean {
  if (event.kind === 'drift-settled') return event.took === 'source' && event.fields.includes(field)
  if (event.kind === 'returned' && field === 'lock') return event.lockCleared !== null
  return deciding[field].has(event.kind)
}
