import { z } from 'zod'
import { batchId, commandId } from '../domain/ids.ts'

export const REASON_LIMIT = 1000

// Neither control characters but line breaks and tabs, nor halves of surrogate pairs: PostgreSQL refuses both.
export const words = z.string().regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, 'Remove the control characters.')

/** One command on its way: who asks is never in it, the session says that. */
export const envelope = z.strictObject({
  /** A UUIDv7 made by the desk; a repeat of it is the same command. */
  id: commandId,
  name: z.string().max(60),
  args: z.unknown(),
  saw: z.unknown(),
  /** When the person acted, by the desk's clock. Data, never an order (the hub stamps its own time). */
  issuedAt: z.iso.datetime(),
  reason: words.trim().min(1).max(REASON_LIMIT).nullable(),
  batch: batchId.nullable(),
})

export type Envelope = z.output<typeof envelope>
