import { z } from 'zod'

/** Every way in which the hub can refuse a request; a refused command is not one of them, it is a result. */
export const hubErrorCodes = [
  'bad-request',
  'not-signed-in',
  'wiped',
  'not-allowed',
  'not-found',
  'method-not-allowed',
  'wrong-media-type',
  'too-large',
  'other-protocol',
  'out-of-order',
  'foreign-client',
  'too-many-requests',
  'busy',
  'internal',
] as const

export const hubError = z.object({
  error: z.object({ code: z.enum(hubErrorCodes), message: z.string() }),
})
export type HubErrorCode = (typeof hubErrorCodes)[number]
