import type { Dexie, Table } from 'dexie'
import type { ClientId } from '../../shared/domain/ids.ts'
import type { StoredEntry } from '../outbox/stored-entry.ts'
import { type Sealed, sealJson, unsealJson } from '../sealing/seal.ts'
import { type Databases, database } from './database.ts'
import { memorySentLog, type Position, type SentLog } from './sent-log.ts'

interface CommandRow {
  readonly place: number
  /** The day on which it was accepted, counted from 1970: when it may go. */
  readonly day: number
  readonly sealed: Sealed
}

interface PositionRow {
  readonly id: 'position'
  readonly sealed: Sealed
}

const DAYS = 14

/** The log of this person on this device; where it cannot be opened, that of this session. */
export async function openSentLog(
  databases: Omit<Databases, 'key'>,
  key: CryptoKey,
  clientId: ClientId,
): Promise<SentLog> {
  const { clock } = databases
  const db = database(
    databases,
    `desk-sent-${databases.name}`,
    { commands: 'place, day', position: 'id' },
    'strict',
  )
  try {
    return await open(db, key, clientId, () => Math.floor(clock() / 86_400_000))
  } catch (problem) {
    console.error('The log of sent commands cannot be opened.', problem)
    db.close()
    return memorySentLog(clientId)
  }
}

async function open(db: Dexie, key: CryptoKey, clientId: ClientId, today: () => number): Promise<SentLog> {
  const commands: Table<CommandRow, number> = db.table('commands')
  const positions: Table<PositionRow, string> = db.table('position')
  await commands
    .where('day')
    .below(today() - DAYS)
    .delete()
  const lastPlace = (await commands.orderBy('place').last())?.place ?? 0
  let position = await readPosition(positions, key, clientId)

  let last: Promise<unknown> = Promise.resolve()

  // One write after the other: a position never comes before the commands that it counts.
  function inTurn(work: () => Promise<void>): Promise<void> {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }

  async function write(
    accepted: readonly StoredEntry[],
    at: Position,
    released: readonly number[] = [],
  ): Promise<void> {
    const rows = await Promise.all(accepted.map(entry => rowOf(key, entry, today())))
    const row: PositionRow = { id: 'position', sealed: await sealJson(key, at, 'position') }
    await db.transaction('rw', commands, positions, async () => {
      await commands.bulkDelete([...released])
      await commands.bulkPut(rows)
      await positions.put(row)
    })
  }

  return {
    get position() {
      return position
    },
    lastPlace,
    record(accepted, at) {
      position = at
      return inTurn(() => write(accepted, at))
    },
    async kept() {
      await last
      const rows = await commands.orderBy('place').toArray()
      const entries = await Promise.all(rows.map(row => entryOf(key, row)))
      return entries.filter(entry => entry !== null)
    },
    release(places, at, first) {
      position = at
      return inTurn(async () => {
        await first
        await write([], at, places)
      })
    },
    async idle() {
      await last
    },
    close: () => db.close(),
  }
}

async function readPosition(
  positions: Table<PositionRow, string>,
  key: CryptoKey,
  clientId: ClientId,
): Promise<Position> {
  const row = await positions.get('position')
  const nothing = { clientId, lastSeq: 0 }
  if (!row) return nothing
  return unsealJson(key, row.sealed, 'position').then(
    read => read as Position,
    () => nothing,
  )
}

async function rowOf(key: CryptoKey, entry: StoredEntry, day: number): Promise<CommandRow> {
  return { place: entry.seq, day, sealed: await sealJson(key, entry, `sent/${entry.seq}`) }
}

async function entryOf(key: CryptoKey, { place, sealed }: CommandRow): Promise<StoredEntry | null> {
  return unsealJson(key, sealed, `sent/${place}`).then(
    read => read as StoredEntry,
    () => null,
  )
}
