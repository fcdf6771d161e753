import type { session as ElectronSession, PowerMonitor, SafeStorage } from 'electron'
import { answersOf, type HubAnswers } from './answers.ts'
import type { PokeEvent } from './contract.ts'
import { openDevice } from './device.ts'
import { hubTransport } from './hub-transport.ts'
import { openIdentities } from './identity.ts'
import { openKeyStore } from './key-store.ts'
import { machineTime } from './lease-file.ts'
import { lockWithMachine } from './machine-lock.ts'
import { outboxesOf } from './outboxes.ts'
import { pokeStream } from './poke-stream.ts'
import type { OpenInBrowser } from './provider-sign-in.ts'

interface Parts {
  readonly userData: string
  readonly safeStorage: SafeStorage
  readonly session: Pick<typeof ElectronSession, 'fromPartition'>
  readonly powerMonitor: Pick<PowerMonitor, 'on'>
  readonly openInBrowser: OpenInBrowser
  readonly tell: (event: PokeEvent) => void
}

/** The desk's dealings with one hub, and what it keeps for it. */
export interface Work {
  readonly answers: HubAnswers
  /** Another document is about to take the page's place. */
  documentChanges(): void
}

const LEASE_LOOKS = 10 * 60_000

export async function openWork(hub: URL, parts: Parts): Promise<Work> {
  const { userData, safeStorage, session, powerMonitor, openInBrowser, tell } = parts
  const device = await openDevice(userData, hub)
  const store = await openKeyStore(safeStorage, process.platform)
  // A session in memory, which no page is of: its cookies are never on the disk and never in a page's reach.
  const jar = session.fromPartition('hub')
  const transport = hubTransport(jar, hub)
  const time = machineTime
  const identities = await openIdentities({ device, store, transport, jar, hub, openInBrowser, time })
  lockWithMachine(powerMonitor, identities, () => tell({ kind: 'locked' }))
  setInterval(() => void identities.watchLease(), LEASE_LOOKS)
  const pokes = pokeStream(transport, tell)
  return {
    answers: answersOf(identities, transport, pokes, outboxesOf(device)),
    documentChanges() {
      pokes.end()
      identities.documentChanges()
    },
  }
}
