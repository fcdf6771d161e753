import type { Table } from 'dexie'
import type { StaffNumber } from '../../shared/domain/ids.ts'
import { type Databases, database } from '../storage/database.ts'
import type { OutboxHome, SealedRecord } from './home.ts'

interface Row extends SealedRecord {
  readonly person: string
}

/**
 * The outbox in the browser: a small database of its own, because durability is a matter of the whole database, and
 * pages of the cache need not be strict.
 */
export function dexieOutbox(
  place: Pick<Databases, 'indexedDB' | 'IDBKeyRange'>,
  /** What stands for a person: nobody's number is written in clear. */
  aliasOf: (person: StaffNumber) => Promise<string>,
): OutboxHome {
  const db = database(place, 'desk-outbox', { records: '[person+key], person' }, 'strict')
  const records: Table<Row, [string, number]> = db.table('records')
  const of = async (person: StaffNumber) => records.where('person').equals(await aliasOf(person))
  return {
    async load(person) {
      const rows = await (await of(person)).toArray()
      return rows.map(({ key, sealed }) => ({ key, sealed })).sort((a, b) => a.key - b.key)
    },
    async put(person, added) {
      const alias = await aliasOf(person)
      await db.transaction('rw', records, () =>
        records.bulkPut(added.map(record => ({ ...record, person: alias }))),
      )
    },
    async remove(person, keys) {
      const alias = await aliasOf(person)
      await records.bulkDelete(keys.map(key => [alias, key]))
    },
    count: async person => (await of(person)).count(),
    countAll: () => records.count(),
  }
}
