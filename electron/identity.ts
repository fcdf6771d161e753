import type { Session } from 'electron'
import type { StaffNumber } from '../shared/domain/ids.ts'
import type { SessionReply } from '../shared/sync/session.ts'
import type { Reply, ResultOf } from './contract.ts'
import { type Custody, destroyKeys, openCustody, readCustody, wipeKeys } from './data-key.ts'
import type { Device } from './device.ts'
import type { HubClosed } from './hub-closed.ts'
import { forgetCookies, restoreCookies, saveCookies } from './hub-cookies.ts'
import { hubScope } from './hub-scope.ts'
import { offerOf, signInForDemonstration, signInWithToken, signOutAtHub } from './hub-sign-in.ts'
import type { HubTransport } from './hub-transport.ts'
import type { KeyStore } from './key-store.ts'
import { type LastHand, openLastHand } from './last-hand.ts'
import { forgetSignedIn, readLastSignedIn, rememberSignedIn } from './last-signed-in.ts'
import { endLeases, type LeaseWatch, openLease, type Time } from './lease-file.ts'
import { type OpenInBrowser, tokenFromProvider } from './provider-sign-in.ts'
import { done, failed } from './reply.ts'

interface Person {
  readonly staffNumber: StaffNumber
  readonly name: string
  readonly demo: boolean
  readonly idleSeconds: number
  readonly until: number
  readonly custody: Custody
  /** Null: nothing is kept here, so nothing has to go. */
  readonly lease: LeaseWatch | null
}

/** Who works at this desk, known without the hub. */
export interface Identities {
  /** Who it is, with the key, which one document is given once. */
  identity(): Promise<Reply<ResultOf<'identity'>>>
  signIn(person: StaffNumber): Promise<Reply<ResultOf<'signIn'>>>
  /** With the identity provider that the hub names. */
  signInWithProvider(): Promise<Reply<ResultOf<'signIn'>>>
  /** Forgets person and key here and at the hub, if that is in reach; what waits stays sealed on the disk. */
  signOut(): Promise<Reply<undefined>>
  /** A hand is on the desk: it opens again for whoever is signed in until nobody had one on it for too long. */
  noteHand(): Promise<void>
  isSignedIn(person: StaffNumber): boolean
  /** Whether this document may write for him: he is signed in, or he just left and it finishes what it began. */
  mayWriteFor(person: StaffNumber): boolean
  /** Whose turn it is: another number whenever somebody comes or goes. */
  turn(): number
  /** Aborted when whoever is here leaves. */
  leaves(): AbortSignal
  /** The hub answered the page's pull or push. */
  hubAnswered(): Promise<void>
  /**
   * The hub knows him no more, or this device is to keep nothing: his keys are destroyed, and he is signed out. The
   * first is said of whoever's turn it was when the hub was asked, and of nobody who came since.
   */
  hubClosed(word: HubClosed, turn?: number): Promise<void>
  /** Looks at the clock: without the hub for too long is the same. */
  watchLease(): Promise<void>
  /** Another document is about to take the page's place: it may have the key. */
  documentChanges(): void
}

interface Ground {
  readonly device: Device
  readonly store: KeyStore | null
  readonly transport: HubTransport
  readonly jar: Pick<Session, 'cookies'>
  readonly hub: URL
  readonly openInBrowser: OpenInBrowser
  readonly time: Time
}

export async function openIdentities(ground: Ground): Promise<Identities> {
  const hand = await openLastHand(ground.device, ground.store, ground.time)
  let person = await resume(ground, hand)
  let given = false
  let left: StaffNumber | null = null
  // Counts who came and went: what was begun before that is no business of whoever is here now.
  let turn = 0
  let stay = new AbortController()
  let ending: Promise<unknown> = Promise.resolve()
  const give = (to: Person) => {
    given = true
    const { custody, lease, ...rest } = to
    return { ...rest, ...custody }
  }
  function drop(): void {
    // What is being written for whoever left before may still be written.
    left = person?.staffNumber ?? left
    person = null
    given = false
    turn += 1
    stay.abort()
    stay = new AbortController()
  }
  /** What a desk that is started anew would go by is forgotten first: the hub may take its time. */
  async function forget(atHub: Promise<void>): Promise<void> {
    const cookies = atHub.then(() => forgetCookies(ground.jar, ground.hub))
    await Promise.all([forgetSignedIn(ground.device), cookies])
  }
  function leave(): Promise<void> {
    const atHub = signOutAtHub(ground.transport)
    drop()
    const gone = forget(atHub)
    ending = gone.catch(untold)
    return gone
  }
  async function hubClosed(word: HubClosed, heardOf = turn): Promise<void> {
    // Said of whoever was here before; a wipe is of everybody.
    if (word !== 'wiped' && heardOf !== turn) return
    const mine = person?.staffNumber
    drop()
    // The keys first: that they go depends on nothing else.
    if (word === 'wiped') await wipeAll(ground).catch(untold)
    else if (mine) await destroyKeysOf(mine, ground)
    await forget(Promise.resolve()).catch(untold)
  }
  async function begin(session: () => Promise<Reply<SessionReply>>): Promise<Reply<ResultOf<'signIn'>>> {
    const mine = turn
    // The end of the last session would take the cookie of the new one along, where the hub is slow to hear of it.
    await ending
    const reply = await session()
    if (reply.kind === 'failed') {
      if (reply.code === 'wiped') await hubClosed('wiped')
      return reply
    }
    await hand.note()
    const came = await enter(ground, reply.value)
    // Locked while he came in: he is not in.
    if (mine !== turn) return leave().then(() => failed('not-signed-in'))
    turn += 1
    person = came
    left = null
    return done(give(person))
  }
  return {
    async identity() {
      // A page that came to an end by itself has not locked anything.
      if (person && (hand.isAway(person.idleSeconds) || ground.time.now() >= person.until))
        void leave().catch(untold)
      if (!person) return nobody(ground.transport)
      return given ? failed('key-given') : done({ kind: 'signed-in', identity: give(person) })
    },
    signIn: number => begin(() => signInForDemonstration(ground.transport, number, ground.device.id)),
    signInWithProvider: () => begin(() => withProvider(ground)),
    signOut: () => leave().then(() => done(undefined)),
    turn: () => turn,
    leaves: () => stay.signal,
    noteHand: async () => {
      if (person) await hand.note()
    },
    isSignedIn: staffNumber => person?.staffNumber === staffNumber,
    mayWriteFor: staffNumber => [person?.staffNumber, left].includes(staffNumber),
    hubAnswered: async () => person?.lease?.contact(),
    hubClosed,
    async watchLease() {
      if (await person?.lease?.isOver()) await hubClosed('not-signed-in')
    },
    documentChanges() {
      given = false
      left = null
    },
  }
}

async function destroyKeysOf(person: StaffNumber, { device, store }: Ground): Promise<void> {
  if (store) await destroyKeys(device.fileOf(person, 'key'), store).catch(untold)
}

async function wipeAll({ device, store }: Ground): Promise<void> {
  // One file that cannot be destroyed spares no other; what another hub has put here is not this one's to wipe.
  for (const { key, ofThisHub } of await device.people())
    if (ofThisHub) await wipeKeys(key, store).catch(untold)
}

function untold(problem: unknown): void {
  console.error(
    'Something of whoever left could not be forgotten.',
    problem instanceof Error ? problem.name : '',
  )
}

async function nobody(transport: HubTransport): Promise<Reply<ResultOf<'identity'>>> {
  const offer = await offerOf(transport)
  if (offer.kind === 'failed') return offer
  const { demo, provider } = offer.value
  return done({ kind: 'signed-out', demo, provider: Boolean(provider?.forDesks) })
}

/** Through the system's browser to the provider, and with its token to the hub. */
async function withProvider({ transport, device, openInBrowser }: Ground): Promise<Reply<SessionReply>> {
  const offer = await offerOf(transport)
  if (offer.kind === 'failed') return offer
  const forDesks = offer.value.provider?.forDesks
  if (!forDesks) return failed('sign-in-refused')
  try {
    const token = await tokenFromProvider(forDesks, openInBrowser)
    return await signInWithToken(transport, token, device.id)
  } catch (problem) {
    console.error(
      'Signing in with the identity provider failed.',
      problem instanceof Error ? problem.name : '',
    )
    return failed('sign-in-refused')
  }
}

async function resume({ device, store, jar, hub, time }: Ground, hand: LastHand): Promise<Person | null> {
  if (!store) return null
  await endLeases(device, store, time)
  const last = await readLastSignedIn(device, store)
  if (last?.session.hub !== hubScope(hub)) return null
  const { session, ...person } = last
  await takeOver(device, person.staffNumber)
  const lease = await openLease(device.fileOf(person.staffNumber, 'lease'), store, time)
  // A clock that was set back since the desk last ran gains nothing.
  const isOver = Math.max(time.now(), lease.latest()) >= person.until
  if (isOver || hand.isAway(person.idleSeconds)) return forgetSignedIn(device).then(() => null)
  const custody = await readCustody(person.staffNumber, device, store)
  if (!custody) return null
  await restoreCookies(jar, hub, session)
  return { ...person, custody, lease }
}

// Under a name without a hub they would be wiped with every hub's; what cannot be renamed still serves.
const takeOver = (device: Device, person: StaffNumber) => device.takeOver(person).catch(untold)

async function enter({ device, store, jar, hub, time }: Ground, reply: SessionReply): Promise<Person> {
  const { staffNumber, name, demo, idleSeconds, secondsLeft, deviceKey } = reply
  const hubKey = new Uint8Array(Buffer.from(deviceKey, 'base64'))
  await takeOver(device, staffNumber)
  const custody = await openCustody(staffNumber, device, store, hubKey)
  const lease = store && (await openLease(device.fileOf(staffNumber, 'lease'), store, time))
  await lease?.contact()
  const person = { staffNumber, name, demo, idleSeconds, until: time.now() + secondsLeft * 1000 }
  const session = await saveCookies(jar, hub)
  // Who cannot be remembered signs in again at the next start.
  await rememberSignedIn({ ...person, session }, device, store).catch(() => {})
  return { ...person, custody, lease: custody.dataKey && lease }
}
