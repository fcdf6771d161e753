import type { ClientId, StaffNumber } from '../../shared/domain/ids.ts'
import type { Desktop } from './desktop.ts'

/** What the hub answered, body unread: a page of a pull is sealed as it came. */
export interface HubResponse {
  readonly status: number
  readonly body: Uint8Array<ArrayBuffer>
  /** Seconds to wait that the hub asked for, where it did. */
  readonly retryAfter: number | null
}

/** The only way to the hub. Rejects when there is no answer: no network, a time-out, a reply cut short. */
export interface HubTransport {
  request(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
    /** Whoever asked wants no answer any more. */
    unwanted?: AbortSignal,
  ): Promise<HubResponse>
  /** Calls `poked` for each hint that something changed, and `lost` once when the stream ends. Returns how to stop. */
  pokes(poked: () => void, lost: () => void): () => void
}

/** One sealed record of the outbox; `key` orders them and says nothing about anybody. */
export interface SealedRecord {
  readonly key: number
  readonly sealed: Uint8Array<ArrayBuffer>
}

/** Null: it waited here, and this device has lost it; of it nothing is known but its place. */
export type OutboxRecord = SealedRecord | { readonly key: number; readonly sealed: null }

/**
 * Where unsent commands are kept: in the browser a Dexie table of strict durability, in Electron an fsynced
 * file of the main process. One for each person on a device; it outlives sign-out.
 */
export interface OutboxHome {
  load(person: StaffNumber): Promise<readonly OutboxRecord[]>
  /** Resolves only when every record is durable: "saved" is said after that. All or none. */
  put(person: StaffNumber, records: readonly SealedRecord[]): Promise<void>
  remove(person: StaffNumber, keys: readonly number[]): Promise<void>
  /** How many changes wait, in clear: known without the hub and without a key. */
  count(person: StaffNumber): Promise<number>
  /** The same of everybody on this device. */
  countAll(): Promise<number>
}

/** Who signed in last on this device, and the key that his data is sealed with. */
export interface Identity {
  readonly staffNumber: StaffNumber
  readonly name: string
  readonly demo: boolean
  readonly clientId: ClientId
  /** AES-GCM, not extractable. Null: no key can be had, so nothing is kept on this device. */
  readonly dataKey: CryptoKey | null
  /** The same for the caseload that is kept: another one after too long without the hub. */
  readonly cacheKey: CryptoKey | null
  /** After so long without a hand on it the desk locks itself. */
  readonly idleSeconds: number
  /** Until when he is signed in, by this device's clock. */
  readonly until: number
}

/** How one can sign in at the hub. */
export interface SignInOffer {
  readonly demo: boolean
  /** With the service's identity provider. */
  readonly provider: boolean
}

/** What the desk stands on: the browser or Electron. */
export interface DeskHome {
  readonly kind: 'browser' | 'electron'
  readonly transport: HubTransport
  readonly outbox: OutboxHome
  /** Null in a browser. */
  readonly desktop: Desktop | null
  /**
   * Who is signed in. In Electron also without the hub; in the browser the hub holds the key, so without
   * it the answer is `locked`, with the number of changes that wait sealed; `wiped` where the hub has this device
   * keep nothing.
   */
  identity(): Promise<
    | { readonly kind: 'signed-in'; readonly identity: Identity }
    | ({ readonly kind: 'signed-out' } & SignInOffer)
    | { readonly kind: 'locked' | 'wiped'; readonly waiting: number }
  >
  /** Signing in for demonstration. Where it comes to nothing it rejects with why (`refusalIn`), as the next one does. */
  signIn(staffNumber: StaffNumber): Promise<Identity>
  /** With the service's identity provider. In a browser the page goes there, and comes back as a new one. */
  signInWithProvider(): Promise<Identity>
  /** Whoever is away at the provider is not waited for any longer. */
  giveUpSignIn(): void
  signOut(): Promise<void>
  /** The first step of a lock, done when it returns: a document that comes before the last step opens for nobody. */
  beginLock(): void
  /** The same, whether or not the hub hears of it now: this device gives nobody his key before he signs in again. */
  lock(): Promise<void>
  /** A hand is on the desk: known to whatever opens after this document, which else opens for nobody (see `identity`). */
  noteHand(): void
  /** Calls `locked` when the machine itself was locked: then nobody is signed in any more. Returns how to stop. */
  onLocked(locked: () => void): () => void
}
