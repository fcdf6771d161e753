import type { ClientId } from '../../shared/domain/ids.ts'
import { PUSH_BYTES, PUSH_LIMIT } from '../../shared/sync/protocol-version.ts'
import type { StoredEntry } from '../outbox/stored-entry.ts'

// What surrounds a command in the body, at the most.
const FRAME = 200

/**
 * The commands of the next push, with the numbers that they are sent under: in their order, contiguous after the
 * hub's last, as many as one push may carry. One that is not durable holds back all behind it.
 */
export function nextPush(
  entries: readonly StoredEntry[],
  isDurable: (entry: StoredEntry) => boolean,
  clientId: ClientId,
  hubSeq: number,
): readonly StoredEntry[] {
  const batch: StoredEntry[] = []
  let bytes = FRAME
  for (const entry of entries) {
    if (entry.refused || isCounted(entry, clientId, hubSeq)) continue
    bytes += new TextEncoder().encode(JSON.stringify(entry.envelope)).length + FRAME
    if (!isDurable(entry) || batch.length === PUSH_LIMIT || (batch.length > 0 && bytes > PUSH_BYTES)) break
    batch.push({ ...entry, handed: true, sent: { clientId, seq: hubSeq + 1 + batch.length } })
  }
  return batch
}

// The hub has it; its result comes with the next pull.
function isCounted({ sent }: StoredEntry, clientId: ClientId, hubSeq: number): boolean {
  return sent?.clientId === clientId && sent.seq <= hubSeq
}
