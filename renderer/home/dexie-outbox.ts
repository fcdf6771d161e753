import type { StaffNumber } from '../../shared/domain/ids.ts'
import { aliasUnder, type Device } from './device.ts'
import type { OutboxHome, OutboxRecord } from './home.ts'
import type { KeptTables, SecondCopy } from './second-copy.ts'
import { formerDevices, readWaiting, type Whose, writeWaiting } from './waiting-mark.ts'

interface Ground extends Pick<KeptTables, 'waiting'> {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
  readonly device: Device
  readonly copy: SecondCopy
}

/** The outbox in the browser. What waits in it is copied, and marked outside of it too. */
export function dexieOutbox({ storage, device, copy, waiting: records }: Ground): OutboxHome {
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
      const rows = added.map(record => ({ ...record, person: whose.alias }))
      // Beside it, for it does not wait for the disk; what is refused here is not kept there.
      const copied = copy.put(rows)
      try {
        await records.db.transaction('rw', records, () => records.bulkPut(rows))
      } catch (problem) {
        await copy.remove(rows.map(({ key }) => [whose.alias, key]))
        throw problem
      }
      await copied
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
      const gone = keys.map((key): [string, number] => [whose.alias, key])
      await copy.remove(gone)
      await records.bulkDelete(gone)
    },
    count: async person => of((await whoseOf(person)).alias).count(),
    async countAll() {
      // What cannot be put back now is counted when it is.
      await copy.inStep().catch(() => {})
      return records.count()
    },
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
