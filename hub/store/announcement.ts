/** The PostgreSQL channel on which hubs tell each other what a version touched. */
export const POKE_CHANNEL = 'desk_poke'

// PostgreSQL takes at most 8,000 bytes in one message.
const MESSAGE_BYTES = 7000

/** What is told of a version: a line for its number, then one for each bucket it touched; as many messages as it takes. */
export function announcementsOf(version: number, buckets: Iterable<string>): readonly string[] {
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
