import type { MasterCaseNumber, StaffNumber } from '../../shared/domain/ids.ts'
import { londonDate } from '../../shared/domain/time.ts'
import { READERS, READINGS } from '../../shared/sync/paths.ts'
import { PROTOCOL } from '../../shared/sync/protocol-version.ts'
import {
  READINGS_LIMIT,
  type Readers,
  type Reading,
  type ReadingPurpose,
  readersReply,
} from '../../shared/sync/readings.ts'
import type { HubTransport } from '../home/home.ts'

/** What this person reads in full, told to the hub's audit trail (ACC-5). */
export interface ReadTrail {
  /** Whether a nationally sensitive group was opened today: then the hub has it (ACC-3). */
  isOpen(id: MasterCaseNumber): boolean
  /** Opens some: resolves to whether the hub has recorded all of them. */
  open(ids: readonly MasterCaseNumber[], purpose: ReadingPurpose, words: string): Promise<boolean>
  /** A group of another team was read; told now, or as soon as the hub is there. */
  note(id: MasterCaseNumber): void
  /** Who opened a group; rejects without the hub. */
  readers(id: MasterCaseNumber): Promise<Readers>
  /** Tells what waits, if it can. */
  flush(): Promise<void>
  /** Resolves when all that was noted is written, or has failed. */
  idle(): Promise<void>
  close(): void
}

/** Where readings wait for the hub. Neither rejects: what cannot be kept waits in memory. */
export interface ReadingShelf {
  put(reading: Reading): Promise<void>
  /** The hub has all that was put so far. */
  clear(readings: readonly Reading[]): Promise<void>
  close(): void
}

export const noShelf: ReadingShelf = { put: async () => {}, clear: async () => {}, close() {} }

interface TrailStand {
  readonly staffNumber: StaffNumber
  readonly transport: Pick<HubTransport, 'request'>
  readonly now: () => number
  readonly waiting: readonly Reading[]
  readonly shelf: ReadingShelf
}

export function readTrail({ staffNumber, transport, now, waiting: found, shelf }: TrailStand): ReadTrail {
  let waiting = [...found]
  let sending: Promise<void> | null = null
  let writing: Promise<void> = Promise.resolve()
  /** The days on which groups were opened or noted last: once a day is enough. */
  const opened = new Map<MasterCaseNumber, string>()
  const noted = new Map(found.map(({ masterCaseNumber, at }) => [masterCaseNumber, londonDate(at)]))
  const at = () => new Date(now()).toISOString()
  const today = () => londonDate(at())

  async function send(readings: readonly Reading[]): Promise<boolean> {
    const message = { protocol: PROTOCOL, staffNumber, readings }
    return transport.request('POST', READINGS, message).then(
      ({ status }) => status === 200,
      () => false,
    )
  }

  async function sendWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const some = waiting.slice(0, READINGS_LIMIT)
      if (!(await send(some))) return
      const sent = new Set(some)
      waiting = waiting.filter(each => !sent.has(each))
      await shelf.clear(some)
    }
  }

  function flush(): Promise<void> {
    sending ??= sendWaiting().finally(() => {
      sending = null
    })
    return sending
  }

  return {
    isOpen: id => opened.get(id) === today(),
    async open(ids, purpose, words) {
      for (let sent = 0; sent < ids.length; sent += READINGS_LIMIT) {
        const some = ids.slice(sent, sent + READINGS_LIMIT)
        const readings = some.map(masterCaseNumber => ({ masterCaseNumber, at: at(), purpose, words }))
        if (!(await send(readings))) return false
        for (const id of some) opened.set(id, today())
      }
      return true
    },
    note(masterCaseNumber) {
      if (noted.get(masterCaseNumber) === today()) return
      noted.set(masterCaseNumber, today())
      const reading: Reading = { masterCaseNumber, at: at(), purpose: null, words: null }
      waiting.push(reading)
      writing = writing.then(() => shelf.put(reading))
      void writing.then(flush)
    },
    async readers(id) {
      const message = { protocol: PROTOCOL, staffNumber, masterCaseNumber: id }
      const { status, body } = await transport.request('POST', READERS, message)
      if (status !== 200) throw new Error('The hub does not say who opened it.')
      return readersReply.parse(JSON.parse(new TextDecoder().decode(body))).readers
    },
    flush,
    idle: () => writing,
    close: () => shelf.close(),
  }
}
