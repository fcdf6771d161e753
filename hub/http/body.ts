import { z } from 'zod'
import { PROTOCOL } from '../../shared/sync/protocol-version.ts'
import { Refusal } from './refusal.ts'

/** Reads a body by its schema: unknown fields and other types are refused, nothing is converted. */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const read = schema.safeParse(body)
  if (!read.success) throw new Refusal('bad-request')
  return read.data
}

const versioned = z.object({ protocol: z.int() })

/** The same for a message of the protocol; one of another version is told so, whatever else is in it. */
export function readMessage<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  if (readBody(versioned, body).protocol !== PROTOCOL) throw new Refusal('other-protocol')
  return readBody(schema, body)
}
