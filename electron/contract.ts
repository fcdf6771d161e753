import { z } from 'zod'
import { clientId, staffNumber } from '../shared/domain/ids.ts'
import { DEMO_PEOPLE, HEALTH, PULL, PUSH, READERS, READINGS } from '../shared/sync/paths.ts'
import { LONGEST_WORD, MOST_WORDS } from './words-to-ask.ts'

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
  /** The hub answers, and cannot do it now. */
  'hub-busy',
  /** The hub does not let this person in, or what came back from the provider is not what was asked for. */
  'sign-in-refused',
  /** Known to the provider, and not to the hub; or without access. */
  'unknown-person',
  'provider-unreachable',
  /** Nobody came back from the provider in time. */
  'sign-in-late',
  /** The person did not want it any more. */
  'given-up',
  /** Another sign-in is under way. */
  'signing-in',
  'not-signed-in',
  /** The hub has this device keep nothing. */
  'wiped',
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
/** It waited here, and its file is damaged, cut or gone: of it nothing is known but its place. */
const lostRecord = z.strictObject({ key: recordKey, sealed: z.null() })

const identity = z.strictObject({
  staffNumber,
  name: z.string(),
  demo: z.boolean(),
  clientId,
  /**
   * One of the two secrets that cross: 32 bytes, once for each document, which the page imports as a key that cannot be
   * extracted, because it seals pages and commands itself. Null when no key can be kept on this device.
   */
  dataKey: bytes.refine(key => key.length === 32).nullable(),
  /** The same for the caseload that is kept. */
  cacheKey: bytes.refine(key => key.length === 32).nullable(),
  /** After so long without a hand on it the desk locks itself. */
  idleSeconds: z.int().positive(),
  /** Until when he is signed in, in milliseconds since 1970 by this device's clock. */
  until: z.number(),
})

const identityAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('signed-in'), identity }),
  z.strictObject({ kind: z.literal('signed-out'), demo: z.boolean(), provider: z.boolean() }),
])

/** What the page may ask of the hub by itself. Signing in and out is not among it: main knows who is signed in. */
const pagePaths: readonly string[] = [HEALTH, DEMO_PEOPLE, PULL, PUSH, READERS, READINGS]
const hubPath = z.string().refine(path => pagePaths.includes(path))

const hubResponse = z.strictObject({
  status: z.int().min(100).max(599),
  body: bytes,
  retryAfter: z.number().nonnegative().nullable(),
})

/** What the application menu is made of, besides what every program's menu has. */
const menuAction = z.strictObject({
  id: z.string().max(100),
  name: z.string().max(200),
  menu: z.enum(['File', 'View', 'Go', 'List', 'Do', 'Incident', 'Pane', 'Help']),
  /** As the desk's own list of keys has them. */
  keys: z.array(z.string().max(20)).max(2),
  enabled: z.boolean(),
})
export type MenuAction = z.output<typeof menuAction>

/** A name and no path: the page never says where a file goes, and never learns it. */
const fileName = z.string().regex(/^[^\\/:*?"<>|\p{Cc}]{1,120}$/u)

const versions = z.strictObject({
  desk: z.string(),
  electron: z.string(),
  chromium: z.string(),
})

const words = z.array(z.string().min(1).max(LONGEST_WORD)).max(MOST_WORDS)

/** Which hub this desk is of. */
const hub = z.strictObject({
  kind: z.enum(['address', 'embedded', 'none']),
  address: z.string().nullable(),
  /** Said at the start: the person at the desk cannot choose. */
  fixed: z.boolean(),
})

/** A stream of pokes, numbered by the page, so that what an earlier one still says is not taken for a later one. */
const watch = z.int().nonnegative()

/** The questions that the page may ask. */
export const channels = {
  identity: { arguments: nothing, result: identityAnswer },
  signIn: { arguments: z.tuple([staffNumber]), result: identity },
  /** With the identity provider, in the system's browser. */
  signInWithProvider: { arguments: nothing, result: identity },
  /** Whoever is away at the provider is not waited for any longer. */
  giveUpSignIn: { arguments: nothing, result: done },
  signOut: { arguments: nothing, result: done },
  /** A hand is on the desk. */
  noteHand: { arguments: nothing, result: done },
  /** Method, path, and the body as JSON text. */
  request: {
    arguments: z.tuple([z.enum(['GET', 'POST', 'DELETE']), hubPath, z.string().max(4_000_000).nullable()]),
    result: hubResponse,
  },
  /** One stream at a time: a new one ends the last. */
  watchPokes: { arguments: z.tuple([watch]), result: done },
  unwatchPokes: { arguments: z.tuple([watch]), result: done },
  outboxLoad: { arguments: z.tuple([staffNumber]), result: z.array(z.union([sealedRecord, lostRecord])) },
  /** All or none, durable when it is answered. */
  outboxPut: { arguments: z.tuple([staffNumber, z.array(sealedRecord).max(100_000)]), result: done },
  outboxRemove: { arguments: z.tuple([staffNumber, z.array(recordKey).max(100_000)]), result: done },
  outboxCount: { arguments: z.tuple([staffNumber]), result: count },
  /** Whoever made them. */
  outboxCountAll: { arguments: nothing, result: count },
  /** What can be done now, for the application menu; none: nobody is at work. */
  showMenu: { arguments: z.tuple([z.array(menuAction).max(300)]), result: done },
  /** Tells of a deadline at the desktop. Its text is about nobody (ACC-3, ADV-4). */
  notify: { arguments: z.tuple([z.string().max(300)]), result: done },
  /** Asks the person where, and writes. False: he thought better of it. */
  saveCsv: { arguments: z.tuple([fileName, bytes]), result: z.boolean() },
  /** The same with what the page has laid out for paper. */
  savePdf: { arguments: z.tuple([fileName]), result: z.boolean() },
  versions: { arguments: nothing, result: versions },
  hub: { arguments: nothing, result: hub },
  /** An address, or null for a demonstration on this computer. Asked of the person outside of the page too. */
  chooseHub: {
    arguments: z.tuple([z.string().max(300).nullable()]),
    result: z.enum(['chosen', 'kept', 'no-address', 'fixed']),
  },
  /** Which of these words of what is being typed are misspelt. The preload asks it for Electron, never the page. */
  misspelt: { arguments: z.tuple([words]), result: words },
} as const

export type ChannelName = keyof typeof channels
export type ArgumentsOf<Name extends ChannelName> = z.output<(typeof channels)[Name]['arguments']>
export type ResultOf<Name extends ChannelName> = z.output<(typeof channels)[Name]['result']>

/** How a channel is called between the processes. */
export type WireName<Name extends string = ChannelName> = `desk:${Name}`

/** What main says unasked, and how each is called between the processes. */
export type EventName = 'pokes' | 'chosen'

/** What main says of the hub, or of the machine. */
export const pokeEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('poked'), watch }),
  z.strictObject({ kind: z.literal('lost'), watch }),
  /** The machine was locked or goes to sleep: nobody is signed in any more. */
  z.strictObject({ kind: z.literal('locked') }),
])
export type PokeEvent = z.output<typeof pokeEvent>

/** An action that the person chose outside of the page: in the menu, or by clicking a notice. */
export const chosenEvent = z.string().max(100)

/** What the preload puts on the page's `window.desk`, and all it puts there. */
export type DeskBridge = {
  readonly [Name in Exclude<ChannelName, 'misspelt'>]: (
    ...args: ArgumentsOf<Name>
  ) => Promise<Reply<ResultOf<Name>>>
} & {
  readonly onPokes: (listener: (event: PokeEvent) => void) => void
  readonly onChosen: (listener: (action: string) => void) => void
}
