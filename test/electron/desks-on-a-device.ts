import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
import { openDevice } from '../../electron/device.ts'
import { type HubTransport, hubTransport } from '../../electron/hub-transport.ts'
import { openIdentities } from '../../electron/identity.ts'
import type { OpenInBrowser } from '../../electron/provider-sign-in.ts'
import { failed } from '../../electron/reply.ts'
import { staffNumber } from '../../shared/domain/ids.ts'
import { session } from '../electron-stand-in/session.ts'
import type { Settings } from '../electron-stand-in/settings.ts'
import { keyFiles } from './key-files.ts'
import { type SmallHub, smallHub } from './small-hub.ts'

export const person = staffNumber.parse('1001')
export const START = Date.parse('2026-11-26T09:00:00Z')
export const DAY = 86_400_000
export const MINUTE = 60_000

/** A device with a clock of its own, and the main processes of desks that are started on it. */
export function desksOnADevice() {
  const { folder, open } = keyFiles()
  let starts = 0
  const device = { now: START, ran: 0, hub: undefined as unknown as SmallHub }
  const time = { now: () => device.now, ran: () => device.ran }

  beforeEach(async () => {
    Object.assign(device, { now: START, ran: 0, hub: await smallHub() })
    vi.spyOn(console, 'error').mockImplementation(() => {})
  })
  afterEach(() => device.hub.stop())

  const groundOf = async (
    url: URL,
    jar: ReturnType<typeof session.fromPartition>,
    transport: HubTransport,
    keyStore?: Settings['keyStore'],
    openInBrowser: OpenInBrowser = async () => {},
  ) => ({
    ...{ device: await openDevice(folder(), url), store: await open(keyStore), hub: url },
    ...{ jar, transport, time, openInBrowser },
  })

  return Object.assign(device, {
    folder,
    names: () => readdir(join(folder(), 'desk')),
    /** Time goes by while the device runs. */
    pass(milliseconds: number): void {
      device.now += milliseconds
      device.ran += milliseconds
    },
    /** The main process of a desk that was just started. */
    async start(keyStore: Settings['keyStore'] = 'working', openInBrowser?: OpenInBrowser) {
      starts += 1
      const jar = session.fromPartition(`start ${starts}`)
      const transport = hubTransport(jar, device.hub.url)
      const ground = await groundOf(device.hub.url, jar, transport, keyStore, openInBrowser)
      const identities = await openIdentities(ground)
      return { ...identities, transport, jar }
    },
    /** The same of a desk of another hub, which cannot be reached. */
    async startElsewhere() {
      const transport: HubTransport = { request: async () => failed('no-hub'), pokes: () => () => {} }
      const url = new URL('https://hub.example')
      const jar = session.fromPartition('elsewhere')
      return { ...(await openIdentities(await groundOf(url, jar, transport))), url, jar }
    },
  })
}
