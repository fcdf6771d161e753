import { z } from 'zod'
import { clientId, staffNumber } from '../shared/domain/ids.ts'
import { DEMO_PEOPLE, HEALTH, PULL, PUSH } from '../shared/sync/paths.ts'

// The one page on what crosses between the desk's page and the main process. The page's world is sandboxed and not
// trusted: every argument is checked on the way in, every result on the way out, and both sides read it from here.

/** Why an answer is not given. A code only: what went wrong inside stays inside. */
export const failureCodes = [
  /** Asked from a frame that is not the desk's own page. */
  'foreign-sender',
  'bad-arguments',
  /** Our own bug: the answer was not of the agreed form. */
  'bad-answer',
  /** The hub did not answer: no network, a time-out, a reply cut short. */
  'no-hub',
  /** The hub does not let this person in. */
  'sign-in-refused',
  'not-signed-in',
  /** The data key crosses once for each document; this document has it. */
  'key-given',
  /** The disk did not take it: what was asked is not saved. */
  'not-stored',
  'internal',
] as const
export type FailureCode = (typeof failureCodes)[number]

export type Reply<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly code: FailureCode }

const nothing = z.tuple([])
const done = z.undefined()
const bytes = z.instanceof(Uint8Array)
const count = z.int().nonnegative()
const recordKey = z.int().nonnegative()

const sealedRecord = z.strictObject({ key: recordKey, sealed: bytes })

const identity = z.strictObject({
  staffNumber,
  name: z.string(),
  demo: z.boolean(),
  clientId,
  /**
   * The only secret that crosses: 32 bytes, once for each document, which the page imports as a key that cannot be
   * extracted, because it seals pages and commands itself. Null when no key can be kept on this device.
   */
  dataKey: bytes.refine(key => key.length === 32).nullable(),
})

const identityAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('signed-in'), identity }),
  z.strictObject({ kind: z.literal('signed-out'), demo: z.boolean(), provider: z.boolean() }),
])

/** What the page may ask of the hub by itself. Signing in and out is not among it: main knows who is signed in. */
const pagePaths: readonly string[] = [HEALTH, DEMO_PEOPLE, PULL, PUSH]
const hubPath = z.string().refine(path => pagePaths.includes(path))

const hubResponse = z.strictObject({
  status: z.int().min(100).max(599),
  body: bytes,
  retryAfter: z.number().nonnegative().nullable(),
})

/** A stream of pokes, numbered by the page, so that what an earlier one still says is not taken for a later one. */
const watch = z.int().nonnegative()

/** The questions that the page may ask. */
export const channels = {
  identity: { arguments: nothing, result: identityAnswer },
  signIn: { arguments: z.tuple([staffNumber]), result: identity },
  /** With the identity provider, in the system's browser. */
  signInWithProvider: { arguments: nothing, result: identity },
  signOut: { arguments: nothing, result: done },
  /** Method, path, and the body as JSON text. */
  request: {
    arguments: z.tuple([z.enum(['GET', 'POST', 'DELETE']), hubPath, z.string().max(4_000_000).nullable()]),
    result: hubResponse,
  },
  /** One stream at a time: a new one ends the last. */
  watchPokes: { arguments: z.tuple([watch]), result: done },
  unwatchPokes: { arguments: z.tuple([watch]), result: done },
  outboxLoad: { arguments: z.tuple([staffNumber]), result: z.array(sealedRecord) },
  /** All or none, durable when it is answered. */
  outboxPut: { arguments: z.tuple([staffNumber, z.array(sealedRecord).max(100_000)]), result: done },
  outboxRemove: { arguments: z.tuple([staffNumber, z.array(recordKey).max(100_000)]), result: done },
  outboxCount: { arguments: z.tuple([staffNumber]), result: count },
} as const

export type ChannelName = keyof typeof channels
export type ArgumentsOf<Name extends ChannelName> = z.output<(typeof channels)[Name]['arguments']>
export type ResultOf<Name extends ChannelName> = z.output<(typeof channels)[Name]['result']>

/** How a channel is called between the processes. */
export type WireName<Name extends string = ChannelName> = `desk:${Name}`

/** The one thing that main says unasked. */
export const pokeEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('poked'), watch }),
  z.strictObject({ kind: z.literal('lost'), watch }),
])
export type PokeEvent = z.output<typeof pokeEvent>

/** What the preload puts on the page's `window.desk`, and all it puts there. */
export type DeskBridge = {
  readonly [Name in ChannelName]: (...args: ArgumentsOf<Name>) => Promise<Reply<ResultOf<Name>>>
} & { readonly onPokes: (listener: (event: PokeEvent) => void) => void }
