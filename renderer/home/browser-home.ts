import type { StaffNumber } from '../../shared/domain/ids.ts'
import { hubError } from '../../shared/sync/hub-error.ts'
import { DEMO_SIGN_IN, HEALTH, SESSION, SIGN_IN } from '../../shared/sync/paths.ts'
import { type SessionReply, sessionReply, signInOffer } from '../../shared/sync/session.ts'
import { signInRefusal } from '../../shared/sync/sign-in-refusal.ts'
import { importKey } from '../sealing/keys.ts'
import { database } from '../storage/database.ts'
import { refused } from './answered.ts'
import { type Device, openDevice } from './device.ts'
import { dexieOutbox } from './dexie-outbox.ts'
import { fetchTransport, type TellsHand } from './fetch-transport.ts'
import { handTold } from './hand-told.ts'
import type { DeskHome, HubResponse, HubTransport, Identity, SignInOffer } from './home.ts'
import { forgetHand, leftAlone, noteHand } from './last-hand.ts'
import { type KeptTables, openSecondCopy, type SecondPlace } from './second-copy.ts'
import { secondStore } from './second-store.ts'
import { noteGone } from './waiting-mark.ts'

export interface BrowserParts extends SecondPlace {
  readonly transport: (hand: TellsHand) => HubTransport
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

const ofThePage = (): BrowserParts => ({
  transport: fetchTransport,
  storage: localStorage,
  indexedDB,
  secondIndexedDB: secondStore,
  IDBKeyRange,
})

// Small databases of their own, because durability is a matter of the whole database, and pages of the cache need not be
// strict.
const keptIn = (parts: BrowserParts): KeptTables => ({
  numbers: database(parts, 'desk-device', { numbers: 'name' }, 'strict').table('numbers'),
  waiting: database(parts, 'desk-outbox', { records: '[person+key], person' }, 'strict').table('records'),
})

/** The desk in a browser: the hub hands out the key at sign-in, so nothing sealed here opens without it. */
export function browserHome(parts: BrowserParts = ofThePage()): DeskHome {
  const { storage } = parts
  const hand = handTold()
  const transport = parts.transport(hand.words)
  let whose: (Pick<SessionReply, 'staffNumber' | 'idleSeconds'> & { readonly alias: string }) | null = null
  const kept = keptIn(parts)
  const copy = openSecondCopy(parts, kept, (device, isThere) => noteGone(storage, device, isThere))
  const device = openDevice(kept.numbers, copy)
  const enter = async (reply: SessionReply): Promise<Identity> => {
    const { staffNumber, idleSeconds, handKey } = reply
    hand.begin(handKey)
    whose = { staffNumber, idleSeconds, alias: await device.aliasOf(staffNumber) }
    touch()
    return identityOf(device, reply)
  }
  const touch = () => {
    hand.note()
    if (!whose) return
    const { alias, idleSeconds } = whose
    noteHand(storage, { alias, idleSeconds, at: Date.now() })
  }
  const beginLock = (alias: string) => {
    hand.begin(null)
    storage.setItem(LOCKED, alias)
    forgetHand(storage)
  }
  let stayHere = () => {}
  const outbox = dexieOutbox({ storage, device, copy, waiting: kept.waiting })
  return {
    kind: 'browser',
    transport,
    outbox,
    desktop: null,

    async identity() {
      try {
        const alone = leftAlone(storage, Date.now())
        if (alone !== null) beginLock(alone)
        await endLocked({ storage, transport }, device)
        const response = await transport.request('GET', SESSION)
        if (response.status === 200) return { kind: 'signed-in', identity: await enter(read(response)) }
        if (isWiped(response)) return { kind: 'wiped', waiting: await outbox.countAll() }
        if (response.status === 401) return { kind: 'signed-out', ...(await offerOf(transport)) }
      } catch {
        // No answer is the same as one that makes no sense: somebody between us and the hub.
      }
      return { kind: 'locked', waiting: await outbox.countAll() }
    },

    async signIn(staffNumber: StaffNumber) {
      const message = { staffNumber, device: await device.id() }
      const response = await transport.request('POST', DEMO_SIGN_IN, message).catch(() => {
        throw refused('no-hub')
      })
      if (response.status !== 200) throw refused(signInRefusal(response.status, textOf(response)))
      // The session that a lock was to end is this one no more.
      storage.removeItem(LOCKED)
      // Best effort: the browser then does not throw the cache away when its disk is full.
      await navigator.storage?.persist?.().catch(() => false)
      return enter(read(response))
    },

    async signInWithProvider() {
      // The session that he comes back with is a new one: whatever was left alone before is not that.
      forgetHand(storage)
      location.assign(`${SIGN_IN}?device=${await device.id()}`)
      // The page goes with that; whoever comes back starts anew.
      return new Promise((_, fail) => {
        stayHere = () => fail(refused('given-up'))
      })
    },

    giveUpSignIn() {
      window.stop()
      stayHere()
    },

    async signOut() {
      // Another window may have signed in somebody else since; that session is not this one's to end.
      const found = await transport.request('GET', SESSION)
      if (found.status === 200 && read(found).staffNumber !== whose?.staffNumber) return
      const { status } = await transport.request('DELETE', SESSION)
      if (status !== 204 && status !== 401) throw new Error('The hub did not end the session. Try again.')
      forgetHand(storage)
    },

    // The cookie is out of a page's reach, so what ends the session is remembered until the hub has heard it.
    beginLock: () => beginLock(whose?.alias ?? ''),

    lock: () => endLocked({ storage, transport }, device).catch(() => {}),

    noteHand: touch,

    // A browser does not say when the machine is locked: there the desk locks itself when nobody is there.
    onLocked: () => () => {},
  }
}

const LOCKED = 'desk.locked'

interface Line extends Pick<BrowserParts, 'storage'> {
  readonly transport: HubTransport
}

/** Ends the session of a desk that locked itself. Rejects while the hub does not answer. */
async function endLocked({ storage, transport }: Line, device: Device): Promise<void> {
  const alias = storage.getItem(LOCKED)
  if (alias === null) return
  const found = await transport.request('GET', SESSION)
  // Another window may have signed in somebody else since; that session is not this lock's to end.
  if (found.status === 200 && (await device.aliasOf(read(found).staffNumber)) !== alias)
    return storage.removeItem(LOCKED)
  const { status } = await transport.request('DELETE', SESSION)
  // One on a device that is to be wiped, or that is over, gives nobody a key.
  if (![204, 401, 403].includes(status)) throw new Error('The hub did not end the session.')
  storage.removeItem(LOCKED)
}

function isWiped(response: HubResponse): boolean {
  if (response.status !== 403) return false
  return hubError.parse(JSON.parse(textOf(response))).error.code === 'wiped'
}

async function offerOf(transport: HubTransport): Promise<SignInOffer> {
  const { demo, provider } = signInOffer.parse(JSON.parse(textOf(await transport.request('GET', HEALTH))))
  return { demo, provider: provider !== null }
}

const read = (response: HubResponse): SessionReply => sessionReply.parse(JSON.parse(textOf(response)))

const textOf = ({ body }: HubResponse): string => new TextDecoder().decode(body)

async function identityOf(
  device: Device,
  { deviceKey, cacheKey, secondsLeft, ...person }: SessionReply,
): Promise<Identity> {
  const clientId = await device.clientIdOf(person.staffNumber)
  const keys = device.isLasting()
    ? { dataKey: await keyOf(deviceKey), cacheKey: await keyOf(cacheKey) }
    : { dataKey: null, cacheKey: null }
  return { ...person, ...keys, clientId, until: Date.now() + secondsLeft * 1000 }
}

// Without a secure context there is no cryptography, and nothing may be kept.
async function keyOf(base64: string): Promise<CryptoKey | null> {
  try {
    const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
    return bytes.length === 32 ? await importKey(bytes) : null
  } catch {
    return null
  }
}
