import type { DeskBridge, PokeEvent } from '../../electron/contract.ts'
import { importKey } from '../sealing/keys.ts'
import { answered } from './answered.ts'
import { electronDesktop } from './electron-desktop.ts'
import type { DeskHome, HubTransport, Identity, OutboxHome } from './home.ts'

/** The desk in Electron: the main process has the network, the key store and the outbox file. */
export function electronHome(bridge: DeskBridge): DeskHome {
  // The key crosses once for each document, so this document keeps what it was given, whoever asks again.
  let found: Promise<Found> | null = null
  const forget = () => {
    found = null
  }
  async function enter(given: Given): Promise<Identity> {
    const identity = await withKey(given)
    // Best effort: Chromium then does not throw the cache away when the disk is full.
    await navigator.storage?.persist?.().catch(() => false)
    found = Promise.resolve({ kind: 'signed-in', identity })
    return identity
  }
  async function leave(): Promise<void> {
    forget()
    answered(await bridge.signOut())
  }
  // The bridge cannot be told to stop: of a desk that was closed nothing is held through it.
  let onLocked: (() => void) | null = null
  bridge.onPokes(event => event.kind === 'locked' && onLocked?.())
  return {
    kind: 'electron',
    transport: transport(bridge),
    outbox: outbox(bridge),
    desktop: electronDesktop(bridge),
    identity() {
      found ??= find(bridge, forget)
      return found
    },
    signIn: async staffNumber => enter(answered(await bridge.signIn(staffNumber))),
    signInWithProvider: async () => enter(answered(await bridge.signInWithProvider())),
    giveUpSignIn: () => void bridge.giveUpSignIn(),
    signOut: leave,
    // Main forgets him before anything is waited for; what is being written for him may still be.
    beginLock: () => void leave().catch(() => {}),
    lock: leave,
    noteHand: () => void bridge.noteHand(),
    onLocked(locked) {
      onLocked = locked
      return () => {
        onLocked = null
      }
    },
  }
}

type Found = Awaited<ReturnType<DeskHome['identity']>>

/** What may be otherwise at the next question is forgotten. */
async function find(bridge: DeskBridge, forget: () => void): Promise<Found> {
  try {
    const answer = answered(await bridge.identity())
    if (answer.kind === 'signed-in') return { kind: 'signed-in', identity: await withKey(answer.identity) }
    forget()
    return answer
  } catch (problem) {
    forget()
    throw problem
  }
}

declare global {
  interface Window {
    /** Put there by Electron's preload script; a browser has none. */
    readonly desk?: DeskBridge
  }
}

type Given = Extract<Awaited<ReturnType<DeskBridge['signIn']>>, { kind: 'done' }>['value']

const imported = async (key: Uint8Array<ArrayBuffer> | null) => key && (await importKey(key))

async function withKey({ dataKey, cacheKey, ...person }: Given): Promise<Identity> {
  return { ...person, dataKey: await imported(dataKey), cacheKey: await imported(cacheKey) }
}

function transport(bridge: DeskBridge): HubTransport {
  let watches = 0
  let listener: ((event: PokeEvent) => void) | null = null
  bridge.onPokes(event => listener?.(event))
  return {
    async request(method, path, body) {
      const text = body === undefined ? null : JSON.stringify(body)
      return answered(await bridge.request(method, path, text))
    },
    pokes(poked, lost) {
      watches += 1
      const watch = watches
      listener = event => {
        if (event.kind === 'locked' || event.watch !== watch) return
        if (event.kind === 'poked') poked()
        else lost()
      }
      void bridge.watchPokes(watch)
      return () => {
        if (watch === watches) listener = null
        void bridge.unwatchPokes(watch)
      }
    },
  }
}

function outbox(bridge: DeskBridge): OutboxHome {
  return {
    load: async person => answered(await bridge.outboxLoad(person)),
    async put(person, records) {
      answered(await bridge.outboxPut(person, [...records]))
    },
    async remove(person, keys) {
      answered(await bridge.outboxRemove(person, [...keys]))
    },
    count: async person => answered(await bridge.outboxCount(person)),
    countAll: async () => answered(await bridge.outboxCountAll()),
  }
}
