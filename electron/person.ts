import type { Session } from 'electron'
import type { StaffNumber } from '../shared/domain/ids.ts'
import type { SessionReply } from '../shared/sync/session.ts'
import { type Custody, openCustody, readCustody } from './data-key.ts'
import type { Device } from './device.ts'
import { restoreCookies, saveCookies } from './hub-cookies.ts'
import { hubScope } from './hub-scope.ts'
import type { KeyStore } from './key-store.ts'
import type { LastHand } from './last-hand.ts'
import { forgetSignedIn, readLastSignedIn, rememberSignedIn } from './last-signed-in.ts'
import { endLeases, type LeaseWatch, openLease, type Time } from './lease-file.ts'
import { untold } from './untold.ts'

/** Who is signed in at this desk, with what is kept for him. */
export interface Person {
  readonly staffNumber: StaffNumber
  readonly name: string
  readonly demo: boolean
  readonly idleSeconds: number
  readonly until: number
  readonly custody: Custody
  /** Null: nothing is kept here, so nothing has to go. */
  readonly lease: LeaseWatch | null
}

/** What a person is found and kept with. */
export interface Keeping {
  readonly device: Device
  readonly store: KeyStore | null
  readonly jar: Pick<Session, 'cookies'>
  readonly hub: URL
  readonly time: Time
}

/** Who was signed in when the desk was last closed, if he still is. */
export async function resumePerson(
  { device, store, jar, hub, time }: Keeping,
  hand: LastHand,
): Promise<Person | null> {
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

/** Whom the hub has just signed in. */
export async function enterPerson(
  { device, store, jar, hub, time }: Keeping,
  reply: SessionReply,
): Promise<Person> {
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

// Under a name without a hub they would be wiped with every hub's; what cannot be renamed still serves.
const takeOver = (device: Device, person: StaffNumber) => device.takeOver(person).catch(untold)
