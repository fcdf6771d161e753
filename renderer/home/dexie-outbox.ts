import type { Table } from 'dexie'
import type { StaffNumber } from '../../shared/domain/ids.ts'
import { type Databases, database } from '../storage/database.ts'
import { aliasUnder, type Device } from './device.ts'
import type { OutboxHome, OutboxRecord, SealedRecord } from './home.ts'
import { formerDevices, readWaiting, type Whose, writeWaiting } from './waiting-mark.ts'

interface Row extends SealedRecord {
  readonly person: string
}

type Ground = Pick<Databases, 'indexedDB' | 'IDBKeyRange'> & {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
}

/**
 * The outbox in the browser: a small database of its own, because durability is a matter of the whole database, and
 * pages of the cache need not be strict. What waits in it is marked outside of it too.
 */
export function dexieOutbox(ground: Ground, device: Device): OutboxHome {
  const { storage } = ground
  const db = database(ground, 'desk-outbox', { records: '[person+key], person' }, 'strict')
  const records: Table<Row, [string, number]> = db.table('records')
  // Nobody's number is written in clear: an alias stands for it.
  const whoseOf = async (person: StaffNumber): Promise<Whose> => ({
    device: await device.id(),
    alias: await device.aliasOf(person),
  })
  const of = (alias: string) => records.where('person').equals(alias)
  const mark = (whose: Whose, change: (places: Set<number>) => void) => {
    const places = new Set(readWaiting(storage, whose))
    change(places)
    writeWaiting(storage, whose, places)
  }
  return {
    async load(person) {
      const whose = await whoseOf(person)
      const rows = await of(whose.alias).toArray()
      writeWaiting(
        storage,
        whose,
        rows.map(({ key }) => key),
      )
      const gone = device.isLasting() ? await goneOf(storage, whose.device, person) : []
      const all: OutboxRecord[] = [...rows.map(({ key, sealed }) => ({ key, sealed })), ...gone]
      return all.sort((a, b) => a.key - b.key)
    },
    async put(person, added) {
      const whose = await whoseOf(person)
      await db.transaction('rw', records, () =>
        records.bulkPut(added.map(record => ({ ...record, person: whose.alias }))),
      )
      mark(whose, places => {
        for (const { key } of added) places.add(key)
      })
    },
    async remove(person, keys) {
      const whose = await whoseOf(person)
      // Before: a mark of what is not there any more would make somebody look in vain.
      mark(whose, places => {
        for (const key of keys) places.delete(key)
      })
      await forgetGone(storage, whose.device, { person, keys })
      await records.bulkDelete(keys.map(key => [whose.alias, key]))
    },
    count: async person => of((await whoseOf(person)).alias).count(),
    countAll: () => records.count(),
  }
}

/** What waited for him under another number of this browser, whose databases are gone with it. */
async function goneOf(
  storage: Ground['storage'],
  device: string,
  person: StaffNumber,
): Promise<readonly OutboxRecord[]> {
  const places = await Promise.all(
    formerDevices(storage, device).map(async former =>
      readWaiting(storage, { device: former, alias: await aliasUnder(former, person) }),
    ),
  )
  return [...new Set(places.flat())].map(key => ({ key, sealed: null }))
}

async function forgetGone(
  storage: Ground['storage'],
  device: string,
  { person, keys }: { readonly person: StaffNumber; readonly keys: readonly number[] },
): Promise<void> {
  for (const former of formerDevices(storage, device)) {
    const whose = { device: former, alias: await aliasUnder(former, person) }
    const left = readWaiting(storage, whose).filter(place => !keys.includes(place))
    writeWaiting(storage, whose, left)
  }
}
