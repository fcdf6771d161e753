import { z } from 'zod'
import { sequencedResult } from '../../shared/sync/push.ts'

const kinds = [
  'case-group',
  'organisation',
  'advice-request',
  'aac-numbers',
  'calendar',
  'data-exception',
  'incident',
  'lock-notice',
  'recovery-request',
  'rota',
  'saved-view',
] as const
const named = { kind: z.enum(kinds), id: z.string() }
const buckets = z.array(z.string())

const put = z.object({
  op: z.literal('put'),
  ...named,
  buckets,
  stamp: z.string().regex(/^[0-9a-f]{16}$/),
  document: z.record(z.string(), z.unknown()),
})
const remove = z.object({ op: z.literal('remove'), ...named })

const part = z.object({
  cookie: z.string(),
  reset: z.boolean(),
  clear: buckets,
  grants: buckets,
  patch: z.array(z.discriminatedUnion('op', [put, remove])),
  more: z.boolean(),
  digests: z.record(z.string(), z.tuple([z.int(), z.string()])).nullable(),
})

/** The reply of a pull, to describe it: the hub puts it together as text and never parses it. */
export const pullReply = z.object({
  protocol: z.int(),
  lastSeq: z.int(),
  results: z.array(sequencedResult),
  caseload: part,
  sensitive: part.nullable(),
})
