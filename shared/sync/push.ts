import { z } from 'zod'
import { envelope } from '../commands/envelope.ts'
import { clientId, staffNumber } from '../domain/ids.ts'
import { PUSH_LIMIT } from './protocol-version.ts'

export const sequence = z.int().positive()

export const pushRequest = z.strictObject({
  protocol: z.int(),
  /** Whose desk it is: the session must be his. In a browser it may have become another one's since. */
  staffNumber,
  clientId,
  /** Contiguous: each seq one more than the last, the first one more than the hub's last at the most. */
  commands: z
    .array(z.strictObject({ seq: sequence, envelope }))
    .min(1)
    .max(PUSH_LIMIT),
})
export type PushRequest = z.output<typeof pushRequest>

/** What became of a command; stored, so that a repeat gets the same answer. */
export const commandResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted') }),
  z.object({
    kind: z.literal('refused'),
    refusal: z.object({
      kind: z.enum(['not-found', 'not-allowed', 'changed', 'not-possible', 'not-understood']),
      reason: z.string(),
    }),
  }),
])
export type CommandResult = z.output<typeof commandResult>

export const sequencedResult = z.object({ seq: sequence, result: commandResult })
export type SequencedResult = z.output<typeof sequencedResult>

export const pushReply = z.object({ protocol: z.int(), lastSeq: z.int().nonnegative() })
export type PushReply = z.output<typeof pushReply>
