import type { ClientId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { PullReply } from '../../shared/sync/pull.ts'
import type { StoredEntry } from '../outbox/stored-entry.ts'

export interface Settled {
  readonly accepted: readonly StoredEntry[]
  /** Refused, or to be sent under another number. */
  readonly changed: readonly StoredEntry[]
}

/**
 * What the hub's results make of the commands that wait. One that the hub counts but says nothing of is sent
 * again: the hub knows a repeat by its id.
 */
export function settleResults(
  entries: readonly StoredEntry[],
  clientId: ClientId,
  { lastSeq, results }: Pick<PullReply, 'lastSeq' | 'results'>,
  at: Instant,
): Settled {
  const known = new Map(results.map(({ seq, result }) => [seq, result]))
  const accepted: StoredEntry[] = []
  const changed: StoredEntry[] = []
  for (const entry of entries) {
    const { sent } = entry
    if (entry.refused || !sent || sent.clientId !== clientId || sent.seq > lastSeq) continue
    const result = known.get(sent.seq)
    if (result?.kind === 'accepted') accepted.push(entry)
    else if (result) changed.push({ ...entry, refused: { result, at } })
    else changed.push({ ...entry, sent: null })
  }
  return { accepted, changed }
}

/** The last seq whose result is known here: up to it the hub need not tell again. */
export function resultsKnown(entries: readonly StoredEntry[], clientId: ClientId, hubSeq: number): number {
  const open = entries.filter(({ refused, sent }) => !refused && sent?.clientId === clientId)
  return Math.min(hubSeq, ...open.map(({ sent }) => (sent?.seq ?? 1) - 1))
}
