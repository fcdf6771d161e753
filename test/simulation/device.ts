import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { FastifyInstance } from 'fastify'
import type { Environment } from '../../renderer/desk/environment.ts'
import { browserHome } from '../../renderer/home/browser-home.ts'
import type { DeskHome } from '../../renderer/home/home.ts'
import { type InjectedTransport, injectedTransport } from './hub-transport.ts'

/** A machine with a browser on it: what is on its disk stays when the desk is closed. */
export interface Device {
  readonly transport: InjectedTransport
  readonly environment: Environment
  readonly home: DeskHome
  /** Another document: what the one before had in memory only is gone with it. */
  reload(): void
}

export function aDevice(
  app: () => FastifyInstance,
  clock: () => number,
  random: Environment['random'] = bytes => crypto.getRandomValues(new Uint8Array(bytes)),
): Device {
  const indexedDB = new IDBFactory()
  const stored = new Map<string, string>()
  const storage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
    removeItem: (name: string) => void stored.delete(name),
  }
  const transport = injectedTransport(app)
  const environment = {
    clock,
    random,
    after: () => () => {},
    whenIdle: () => () => {},
    onWake: () => () => {},
    indexedDB,
    IDBKeyRange,
    locks: null,
    startPageThread: null,
  }
  const open = () =>
    browserHome({
      transport: () => transport,
      storage,
      indexedDB,
      secondIndexedDB: async () => null,
      IDBKeyRange,
    })
  let home = open()
  return {
    transport,
    environment,
    get home() {
      return home
    },
    reload() {
      home = open()
    },
  }
}
