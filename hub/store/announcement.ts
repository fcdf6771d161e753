import { sql } from 'kysely'
import type { HubTransaction } from '../database/database.ts'

/** The PostgreSQL channel on which hubs tell each other what a version touched. */
export const POKE_CHANNEL = 'desk_poke'

// PostgreSQL takes at most 8,000 bytes in one message.
const MESSAGE_BYTES = 7000

/** Tells every hub on this database, when the transaction commits, which buckets it touched. */
export async function announce(
  tx: HubTransaction,
  version: number,
  buckets: readonly string[],
): Promise<void> {
  const messages = messagesOf(version, buckets)
  await sql`SELECT pg_notify(${POKE_CHANNEL}, message) FROM unnest(${messages}::text[]) AS message`.execute(
    tx,
  )
}

/** One line for the version, then one for each bucket; as many messages as it takes. */
export function messagesOf(version: number, buckets: readonly string[]): string[] {
  const messages: string[] = []
  let message = String(version)
  for (const bucket of buckets) {
    if (Buffer.byteLength(message) + Buffer.byteLength(bucket) >= MESSAGE_BYTES) {
      messages.push(message)
      message = String(version)
    }
    message += `\n${bucket}`
  }
  return [...messages, message]
}
