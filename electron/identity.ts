import type { Session } from 'electron'
import type { StaffNumber } from '../shared/domain/ids.ts'
import type { Reply, ResultOf } from './contract.ts'
import { type Custody, openCustody } from './data-key.ts'
import { offersDemonstration, signInForDemonstration, signOutAtHub } from './demo-sign-in.ts'
import type { Device } from './device.ts'
import { forgetCookies, restoreCookies, saveCookies } from './hub-cookies.ts'
import { hubScope } from './hub-scope.ts'
import type { HubTransport } from './hub-transport.ts'
import type { KeyStore } from './key-store.ts'
import { forgetSignedIn, readLastSignedIn, rememberSignedIn } from './last-signed-in.ts'
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
  return {
    async identity() {
      if (!person) return nobody(ground.transport)
      return given ? failed('key-given') : done({ kind: 'signed-in', identity: give(person) })
    },
    async signIn(staffNumber) {
      const reply = await enter(ground, staffNumber)
      if (reply.kind === 'failed') return reply
      person = reply.value
      left = null
      return done(give(person))
    },
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
  const offer = await offersDemonstration(transport)
  return offer.kind === 'failed' ? offer : done({ kind: 'signed-out', demo: offer.value })
}

async function resume({ device, store, jar, hub }: Ground): Promise<Person | null> {
  const last = await readLastSignedIn(device, store)
  if (last?.session.hub !== hubScope(hub)) return null
  const { session, ...person } = last
  await restoreCookies(jar, hub, session)
  return { ...person, custody: await openCustody(person.staffNumber, device, store) }
}

async function enter(ground: Ground, staffNumber: StaffNumber): Promise<Reply<Person>> {
  const { device, store, transport, jar, hub } = ground
  const reply = await signInForDemonstration(transport, staffNumber, device.id)
  if (reply.kind === 'failed') return reply
  const { name, demo } = reply.value
  const custody = await openCustody(staffNumber, device, store)
  const session = await saveCookies(jar, hub)
  // Who cannot be remembered signs in again at the next start.
  await rememberSignedIn({ staffNumber, name, demo, session }, device, store).catch(() => {})
  return done({ staffNumber, name, demo, custody })
}
