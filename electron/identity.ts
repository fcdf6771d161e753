import type { StaffNumber } from '../shared/domain/ids.ts'
import type { SessionReply } from '../shared/sync/session.ts'
import type { Reply, ResultOf } from './contract.ts'
import { destroyKeys, wipeKeys } from './data-key.ts'
import type { HubClosed } from './hub-closed.ts'
import { forgetCookies } from './hub-cookies.ts'
import { offerOf, signInForDemonstration, signOutAtHub } from './hub-sign-in.ts'
import type { HubTransport } from './hub-transport.ts'
import { openLastHand } from './last-hand.ts'
import { forgetSignedIn } from './last-signed-in.ts'
import { oneSignIn } from './one-sign-in.ts'
import { enterPerson, type Keeping, resumePerson } from './person.ts'
import type { OpenInBrowser } from './provider-sign-in.ts'
import { done, failed } from './reply.ts'
import { openSeat, type Seat } from './seat.ts'
import { untold } from './untold.ts'
import { signInWithProvider } from './with-provider.ts'

/** Who works at this desk, known without the hub. */
export interface Identities extends Pick<Seat, 'turn' | 'leaves' | 'mayWriteFor' | 'documentChanges'> {
  /** Who it is, with the key, which one document is given once. */
  identity(): Promise<Reply<ResultOf<'identity'>>>
  signIn(person: StaffNumber): Promise<Reply<ResultOf<'signIn'>>>
  /** With the identity provider that the hub names. */
  signInWithProvider(): Promise<Reply<ResultOf<'signIn'>>>
  /** Whoever is away at the provider is not waited for any longer. */
  giveUpSignIn(): void
  /** Forgets person and key here and at the hub, if that is in reach; what waits stays sealed on the disk. */
  signOut(): Promise<Reply<undefined>>
  /** A hand is on the desk: it opens again for whoever is signed in until nobody had one on it for too long. */
  noteHand(): Promise<void>
  isSignedIn(person: StaffNumber): boolean
  /** The hub answered the page's pull or push. */
  hubAnswered(): Promise<void>
  /**
   * The hub knows him no more, or this device is to keep nothing: his keys are destroyed, and he is signed out. The
   * first is said of whoever's turn it was when the hub was asked, and of nobody who came since.
   */
  hubClosed(word: HubClosed, turn?: number): Promise<void>
  /** Looks at the clock: without the hub for too long is the same. */
  watchLease(): Promise<void>
}

interface Ground extends Keeping {
  readonly transport: HubTransport
  readonly openInBrowser: OpenInBrowser
}

export async function openIdentities(ground: Ground): Promise<Identities> {
  const { transport, device, store, time } = ground
  const hand = await openLastHand(device, store, time)
  const seat = openSeat(await resumePerson(ground, hand))
  const signIns = oneSignIn()
  let ending: Promise<unknown> = Promise.resolve()
  function leave(): Promise<void> {
    const atHub = signOutAtHub(transport)
    seat.drop()
    const gone = forget(ground, atHub)
    ending = gone.catch(untold)
    return gone
  }
  async function hubClosed(word: HubClosed, heardOf = seat.turn()): Promise<void> {
    // Said of whoever was here before; a wipe is of everybody.
    if (word !== 'wiped' && heardOf !== seat.turn()) return
    const mine = seat.person()?.staffNumber
    seat.drop()
    // The keys first: that they go depends on nothing else.
    if (word === 'wiped') await wipeAll(ground).catch(untold)
    else if (mine) await destroyKeysOf(mine, ground)
    await forget(ground, Promise.resolve()).catch(untold)
  }
  const begin = (session: (givenUp: AbortSignal) => Promise<Reply<SessionReply>>) =>
    signIns.begin(async givenUp => {
      const mine = seat.turn()
      // The end of the last session would take the cookie of the new one along, where the hub is slow to hear of it.
      await ending
      const reply = await session(givenUp)
      if (reply.kind === 'failed') {
        if (reply.code === 'wiped') await hubClosed('wiped')
        return reply
      }
      await hand.note()
      const came = await enterPerson(ground, reply.value)
      // Locked, given up or reloaded while he came in: he is not in.
      if (givenUp.aborted) return leave().then(() => failed(givenUp.reason))
      if (mine !== seat.turn()) return leave().then(() => failed('not-signed-in'))
      seat.take(came)
      return present(seat)
    })
  return {
    ...seat,
    async identity() {
      const person = seat.person()
      // A page that came to an end by itself has not locked anything.
      if (person && (hand.isAway(person.idleSeconds) || time.now() >= person.until))
        void leave().catch(untold)
      if (!seat.person()) return nobody(transport)
      const found = present(seat)
      return found.kind === 'failed' ? found : done({ kind: 'signed-in', identity: found.value })
    },
    signIn: number => begin(() => signInForDemonstration(transport, number, device.id)),
    signInWithProvider: () => begin(givenUp => signInWithProvider(ground, givenUp)),
    giveUpSignIn: () => signIns.giveUp('given-up'),
    signOut() {
      signIns.giveUp('not-signed-in')
      return leave().then(() => done(undefined))
    },
    noteHand: async () => {
      if (seat.person()) await hand.note()
    },
    isSignedIn: staffNumber => seat.person()?.staffNumber === staffNumber,
    hubAnswered: async () => seat.person()?.lease?.contact(),
    hubClosed,
    async watchLease() {
      if (await seat.person()?.lease?.isOver()) await hubClosed('not-signed-in')
    },
    documentChanges() {
      // Nobody is there to be told who came in.
      signIns.giveUp('not-signed-in')
      seat.documentChanges()
    },
  }
}

function present(seat: Seat): Reply<ResultOf<'signIn'>> {
  const given = seat.give()
  return given ? done(given) : failed('key-given')
}

/** What a desk that is started anew would go by is forgotten first: the hub may take its time. */
async function forget({ device, jar, hub }: Ground, atHub: Promise<void>): Promise<void> {
  const cookies = atHub.then(() => forgetCookies(jar, hub))
  await Promise.all([forgetSignedIn(device), cookies])
}

async function destroyKeysOf(person: StaffNumber, { device, store }: Ground): Promise<void> {
  if (store) await destroyKeys(device.fileOf(person, 'key'), store).catch(untold)
}

async function wipeAll({ device, store }: Ground): Promise<void> {
  // One file that cannot be destroyed spares no other; what another hub has put here is not this one's to wipe.
  for (const { key, ofThisHub } of await device.people())
    if (ofThisHub) await wipeKeys(key, store).catch(untold)
}

async function nobody(transport: HubTransport): Promise<Reply<ResultOf<'identity'>>> {
  const offer = await offerOf(transport)
  if (offer.kind === 'failed') return offer
  const { demo, provider } = offer.value
  return done({ kind: 'signed-out', demo, provider: Boolean(provider?.forDesks) })
}
