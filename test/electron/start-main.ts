import { answersOf, type DesktopAnswers } from '../../electron/answers.ts'
import type { DeskBridge, PokeEvent } from '../../electron/contract.ts'
import { openDevice } from '../../electron/device.ts'
import { hubTransport } from '../../electron/hub-transport.ts'
import { openIdentities } from '../../electron/identity.ts'
import type { Answers } from '../../electron/ipc.ts'
import type { KeyStore } from '../../electron/key-store.ts'
import { machineTime } from '../../electron/lease-file.ts'
import { outboxesOf } from '../../electron/outboxes.ts'
import { pokeStream } from '../../electron/poke-stream.ts'
import { failed } from '../../electron/reply.ts'
import { session } from '../electron-stand-in/session.ts'

let starts = 0

export interface StartedMain {
  /** What the page would be given, without the processes between. */
  readonly bridge: DeskBridge
  /** Another document takes the page's place. */
  reload(): void
}

/** The main process without Electron's windows and channels: what answers the page. */
export async function startMain(userData: string, hub: URL, store: KeyStore | null): Promise<StartedMain> {
  starts += 1
  const jar = session.fromPartition(`main ${starts}`)
  const device = await openDevice(userData, hub)
  const transport = hubTransport(jar, hub)
  const identities = await openIdentities({
    device,
    store,
    transport,
    jar,
    hub,
    openInBrowser: async () => {},
    time: machineTime,
  })
  const listeners: ((event: PokeEvent) => void)[] = []
  const pokes = pokeStream(transport, event => {
    for (const listener of listeners) listener(event)
  })
  const answers = answersOf(identities, transport, pokes, outboxesOf(device))
  return {
    bridge: {
      ...copying({ ...answers, ...noDesktop }),
      onPokes: listener => void listeners.push(listener),
      onChosen: () => {},
    },
    reload() {
      pokes.end()
      identities.documentChanges()
    },
  }
}

const nothing = async () => failed('internal')

// What the operating system does for a page is proved where there is a window: in e2e.
const noDesktop: DesktopAnswers = {
  showMenu: nothing,
  notify: nothing,
  saveCsv: nothing,
  savePdf: nothing,
  versions: nothing,
  hub: nothing,
  chooseHub: nothing,
  misspelt: nothing,
}

// What crosses between processes is a copy.
function copying(answers: Answers): Answers {
  const copied = Object.entries(answers).map(([name, answer]) => [
    name,
    async (...args: never[]) =>
      structuredClone(await (answer as (...args: unknown[]) => unknown)(...structuredClone(args))),
  ])
  return Object.fromEntries(copied)
}
