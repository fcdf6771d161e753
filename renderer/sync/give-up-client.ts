import type { StoredEntry } from '../outbox/stored-entry.ts'
import { background, type Memory, type SyncStand } from './sync-memory.ts'

/**
 * The hub went back in time. All that it took in the last 14 days waits again, before what came later, whether
 * it is known to be lost or not: the hub does nothing twice. It goes out under a new client: the old one's numbers
 * would mean other commands if the hub ever came back to the future.
 */
export function sendAgain(
  { outbox, sentLog, newClientId }: SyncStand,
  memory: Memory,
  kept: readonly StoredEntry[],
): void {
  startClient(newClientId, memory)
  const position = { clientId: memory.clientId, lastSeq: 0 }
  // The new client comes last: until it is written, the next start finds out about the hub once more.
  const waiting = outbox.replace(kept.map(entry => ({ ...entry, sent: null })))
  const places = kept.map(({ seq }) => seq)
  background(sentLog.release(places, position, waiting))
}

/** The client belongs to somebody else: what waits goes out under a new one. */
export function giveUpClient({ sentLog, newClientId }: SyncStand, memory: Memory): void {
  startClient(newClientId, memory)
  background(sentLog.record([], { clientId: memory.clientId, lastSeq: 0 }))
}

/**
 * A command that is in memory only takes a number of this client. Should the desk end before it is known what became
 * of it, the next start must not give that number to another one: it begins under a new client (ACC-3).
 */
export function leaveClient({ sentLog, newClientId }: SyncStand): Promise<void> {
  return sentLog.record([], { clientId: newClientId(), lastSeq: 0 })
}

function startClient(newClientId: SyncStand['newClientId'], memory: Memory): void {
  memory.clientId = newClientId()
  memory.hubSeq = 0
}
