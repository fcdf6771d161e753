import type { Table } from 'dexie'
import type { StaffNumber } from '../../shared/domain/ids.ts'
import type { Reading } from '../../shared/sync/readings.ts'
import type { HubTransport } from '../home/home.ts'
import { type Sealed, sealJson, unsealJson } from '../sealing/seal.ts'
import { type Databases, database } from '../storage/database.ts'
import { noShelf, type ReadingShelf, type ReadTrail, readTrail } from './read-trail.ts'

/** A number stands for the place: nobody's case is written in clear. */
interface Row {
  readonly id: number
  readonly sealed: Sealed
}

interface TrailStand {
  readonly staffNumber: StaffNumber
  readonly transport: HubTransport
  readonly databases: Databases
}

/** The trail of this person, with what he read without network and the hub does not have yet. */
export async function openReadTrail({ staffNumber, transport, databases }: TrailStand): Promise<ReadTrail> {
  const { key, clock: now } = databases
  const stand = { staffNumber, transport, now }
  if (!key) return readTrail({ ...stand, waiting: [], shelf: noShelf })
  const db = database(databases, `desk-readings-${databases.name}`, { readings: 'id' }, 'strict')
  try {
    const rows: Table<Row, number> = db.table('readings')
    const kept = await rows.toArray()
    const opened = await Promise.all(kept.map(row => openRow(key, row)))
    const found = opened.filter(each => each !== null)
    const lastId = Math.max(0, ...kept.map(({ id }) => id))
    const shelf = shelfOf({ rows, key, found, lastId, close: () => db.close() })
    return readTrail({ ...stand, waiting: found.map(({ reading }) => reading), shelf })
  } catch (problem) {
    console.error('What is read without network cannot be kept on this device.', problem)
    db.close()
    return readTrail({ ...stand, waiting: [], shelf: noShelf })
  }
}

interface Opened {
  readonly id: number
  readonly reading: Reading
}

const bound = (id: number) => `reading/${id}`

async function openRow(key: CryptoKey, { id, sealed }: Row): Promise<Opened | null> {
  return unsealJson(key, sealed, bound(id)).then(
    reading => ({ id, reading: reading as Reading }),
    () => null,
  )
}

interface Kept {
  readonly rows: Table<Row, number>
  readonly key: CryptoKey
  readonly found: readonly Opened[]
  /** The last place that is taken, by one that does not open too: it is not written over. */
  readonly lastId: number
  readonly close: () => void
}

function shelfOf({ rows, key, found, lastId, close }: Kept): ReadingShelf {
  const ids = new Map(found.map(({ id, reading }) => [reading, id]))
  let next = lastId + 1
  const told = (problem: unknown) => console.error('What was read could not be kept.', problem)
  return {
    async put(reading) {
      const id = next++
      ids.set(reading, id)
      await sealJson(key, reading, bound(id))
        .then(sealed => rows.put({ id, sealed }))
        .catch(told)
    },
    async clear(readings) {
      const gone = readings.flatMap(reading => ids.get(reading) ?? [])
      await rows.bulkDelete(gone).catch(told)
    },
    close,
  }
}
