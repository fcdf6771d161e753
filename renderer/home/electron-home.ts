import type { DeskBridge, PokeEvent, Reply } from '../../electron/contract.ts'
import { importKey } from '../sealing/keys.ts'
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
  return {
    kind: 'electron',
    transport: transport(bridge),
    outbox: outbox(bridge),
    identity() {
      found ??= find(bridge, forget)
      return found
    },
    signIn: async staffNumber => enter(value(await bridge.signIn(staffNumber))),
    signInWithProvider: async () => enter(value(await bridge.signInWithProvider())),
    async signOut() {
      forget()
      value(await bridge.signOut())
    },
  }
}

type Found = Awaited<ReturnType<DeskHome['identity']>>

/** What may be otherwise at the next question is forgotten. */
async function find(bridge: DeskBridge, forget: () => void): Promise<Found> {
  try {
    const answer = value(await bridge.identity())
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

async function withKey({ dataKey, ...person }: Given): Promise<Identity> {
  return { ...person, dataKey: dataKey && (await importKey(dataKey)) }
}

function transport(bridge: DeskBridge): HubTransport {
  let watches = 0
  let listener: ((event: PokeEvent) => void) | null = null
  bridge.onPokes(event => listener?.(event))
  return {
    async request(method, path, body) {
      const text = body === undefined ? null : JSON.stringify(body)
      return value(await bridge.request(method, path, text))
    },
    pokes(poked, lost) {
      watches += 1
      const watch = watches
      listener = event => {
        if (event.watch !== watch) return
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
    load: async person => value(await bridge.outboxLoad(person)),
    async put(person, records) {
      value(await bridge.outboxPut(person, [...records]))
    },
    async remove(person, keys) {
      value(await bridge.outboxRemove(person, [...keys]))
    },
    count: async person => value(await bridge.outboxCount(person)),
  }
}

const refusals: Readonly<Record<Extract<Reply<never>, { kind: 'failed' }>['code'], string>> = {
  'no-hub': 'The hub does not answer.',
  'sign-in-refused': 'The hub did not let this person sign in.',
  'not-signed-in': 'Nobody is signed in, or somebody else.',
  'not-stored': 'The change could not be saved on this device.',
  'key-given': 'The key was given to this page before.',
  'foreign-sender': 'The desk refused to answer this page.',
  'bad-arguments': 'The desk did not understand its own question.',
  'bad-answer': 'The desk did not understand its own answer.',
  internal: 'Something went wrong in the desk.',
}

function value<Value>(reply: Reply<Value>): Value {
  if (reply.kind === 'failed') throw new Error(refusals[reply.code], { cause: reply.code })
  return reply.value
}
