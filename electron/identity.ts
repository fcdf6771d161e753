import type { Session } from 'electron'
import type { StaffNumber } from '../shared/domain/ids.ts'
import type { SessionReply } from '../shared/sync/session.ts'
import type { Reply, ResultOf } from './contract.ts'
import { type Custody, openCustody } from './data-key.ts'
import type { Device } from './device.ts'
import { forgetCookies, restoreCookies, saveCookies } from './hub-cookies.ts'
import { hubScope } from './hub-scope.ts'
import { offerOf, signInForDemonstration, signInWithToken, signOutAtHub } from './hub-sign-in.ts'
import type { HubTransport } from './hub-transport.ts'
import type { KeyStore } from './key-store.ts'
import { forgetSignedIn, readLastSignedIn, rememberSignedIn } from './last-signed-in.ts'
import { type OpenInBrowser, tokenFromProvider } from './provider-sign-in.ts'
import { done, failed } from './reply.ts'

interface Person {
  readonly staffNumber: StaffNumber
  readonly name: string
  readonly demo: boolean
  readonly custody: Custody
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
  isSignedIn(person: StaffNumber): boolean
  /** Whether this document may write for him: he is signed in, or he just left and it finishes what it began. */
  mayWriteFor(person: StaffNumber): boolean
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
}

export async function openIdentities(ground: Ground): Promise<Identities> {
  let person = await resume(ground)
  let given = false
  let left: StaffNumber | null = null
  const give = (to: Person) => {
    given = true
    const { custody, ...rest } = to
    return { ...rest, ...custody }
  }
  async function begin(session: Promise<Reply<SessionReply>>): Promise<Reply<ResultOf<'signIn'>>> {
    const reply = await session
    if (reply.kind === 'failed') return reply
    person = await enter(ground, reply.value)
    left = null
    return done(give(person))
  }
  return {
    async identity() {
      if (!person) return nobody(ground.transport)
      return given ? failed('key-given') : done({ kind: 'signed-in', identity: give(person) })
    },
    signIn: staffNumber => begin(signInForDemonstration(ground.transport, staffNumber, ground.device.id)),
    signInWithProvider: () => begin(withProvider(ground)),
    async signOut() {
      left = person?.staffNumber ?? null
      person = null
      given = false
      await signOutAtHub(ground.transport)
      await forgetCookies(ground.jar, ground.hub)
      await forgetSignedIn(ground.device)
      return done(undefined)
    },
    isSignedIn: staffNumber => person?.staffNumber === staffNumber,
    mayWriteFor: staffNumber => [person?.staffNumber, left].includes(staffNumber),
    documentChanges() {
      given = false
      left = null
    },
  }
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

async function resume({ device, store, jar, hub }: Ground): Promise<Person | null> {
  const last = await readLastSignedIn(device, store)
  if (last?.session.hub !== hubScope(hub)) return null
  const { session, ...person } = last
  await restoreCookies(jar, hub, session)
  return { ...person, custody: await openCustody(person.staffNumber, device, store) }
}

async function enter(
  { device, store, jar, hub }: Ground,
  { staffNumber, name, demo }: SessionReply,
): Promise<Person> {
  const custody = await openCustody(staffNumber, device, store)
  const session = await saveCookies(jar, hub)
  // Who cannot be remembered signs in again at the next start.
  await rememberSignedIn({ staffNumber, name, demo, session }, device, store).catch(() => {})
  return { staffNumber, name, demo, custody }
}
