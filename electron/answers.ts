import type { StaffNumber } from '../shared/domain/ids.ts'
import { type ChannelName, channels } from './contract.ts'
import type { HubTransport } from './hub-transport.ts'
import { heardBy } from './hub-word.ts'
import type { Identities } from './identity.ts'
import type { Answers } from './ipc.ts'
import type { Outboxes } from './outboxes.ts'
import type { PokeStream } from './poke-stream.ts'
import { done, failed } from './reply.ts'

// What is not the hub's and not the outbox's: the operating system's part of the desk.
const desktopChannels = [
  'showMenu',
  'notify',
  'saveCsv',
  'savePdf',
  'versions',
  'hub',
  'chooseHub',
  'misspelt',
] as const

export type DesktopAnswers = Pick<Answers, (typeof desktopChannels)[number]>
export type HubAnswers = Omit<Answers, keyof DesktopAnswers>

export const hubChannels = (Object.keys(channels) as ChannelName[]).filter(
  (name): name is keyof HubAnswers => !(desktopChannels as readonly ChannelName[]).includes(name),
)

/** What the page's questions to the hub and the outbox are answered with, channel by channel. */
export function answersOf(
  identities: Identities,
  transport: HubTransport,
  pokes: PokeStream,
  { outboxOf, countAll }: Outboxes,
): HubAnswers {
  // The records of one person are no other's business, though nobody could read them.
  const readable = (person: StaffNumber) => (identities.isSignedIn(person) ? outboxOf(person) : null)
  const writable = (person: StaffNumber) => (identities.mayWriteFor(person) ? outboxOf(person) : null)
  return {
    identity: identities.identity,
    signIn: identities.signIn,
    signInWithProvider: identities.signInWithProvider,
    giveUpSignIn: async () => {
      identities.giveUpSignIn()
      return done(undefined)
    },
    signOut: identities.signOut,
    noteHand: () => identities.noteHand().then(() => done(undefined)),
    request: heardBy(identities, transport),
    watchPokes: async watch => done(pokes.watch(watch)),
    unwatchPokes: async watch => done(pokes.unwatch(watch)),
    outboxLoad: async person => {
      const outbox = readable(person)
      return outbox ? done([...(await outbox.load())]) : failed('not-signed-in')
    },
    outboxPut: async (person, records) => stored(writable(person)?.put(records)),
    outboxRemove: async (person, keys) => stored(writable(person)?.remove(keys)),
    outboxCount: async person => done(await outboxOf(person).count()),
    outboxCountAll: async () => done(await countAll()),
  }
}

async function stored(writing: Promise<void> | undefined) {
  if (!writing) return failed('not-signed-in')
  return writing.then(() => done(undefined)).catch(() => failed('not-stored'))
}
