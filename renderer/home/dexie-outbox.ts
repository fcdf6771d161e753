import type { StaffNumber } from '../../shared/domain/ids.ts'
import { aliasUnder, type Device } from './device.ts'
import type { OutboxHome, OutboxRecord } from './home.ts'
import type { KeptTables, SecondCopy } from './second-copy.ts'
import { forgetGone, formerDevices, readGone, readWaiting, type Whose, writeWaiting } from './waiting-mark.ts'

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
      const gone = device.isLasting() ? await goneOf(storage, whose, person) : []
      const there = new Set(rows.map(({ key }) => key))
      const lost = gone.filter(key => !there.has(key)).map(key => ({ key, sealed: null }))
      const all: OutboxRecord[] = [...rows.map(({ key, sealed }) => ({ key, sealed })), ...lost]
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
      // Before the other store, which may take its time: what is saved is marked.
      mark(whose, places => {
        for (const { key } of added) places.add(key)
      })
      await copied
    },
    async remove(person, keys) {
      const whose = await whoseOf(person)
      // Before: a mark of what is not there any more would make somebody look in vain.
      mark(whose, places => {
        for (const key of keys) places.delete(key)
      })
      await forget(storage, whose, { person, keys })
      const gone = keys.map((key): [string, number] => [whose.alias, key])
      await records.bulkDelete(gone)
      // After it: another window that makes its copy follow meanwhile sees that it is gone.
      await copy.remove(gone)
    },
    count: async person => of((await whoseOf(person)).alias).count(),
    async countAll() {
      // What cannot be put back now is counted when it is.
      await copy.inStep().catch(() => {})
      return records.count()
    },
  }
}

/** What did not come back, and what waited for him under another number, whose databases are gone with it. */
async function goneOf(
  storage: Ground['storage'],
  whose: Whose,
  person: StaffNumber,
): Promise<readonly number[]> {
  const places = await Promise.all(
    formerDevices(storage, whose.device).map(async device => {
      const former = { device, alias: await aliasUnder(device, person) }
      return [...readWaiting(storage, former), ...readGone(storage, former)]
    }),
  )
  return [...new Set([...readGone(storage, whose), ...places.flat()])]
}

async function forget(
  storage: Ground['storage'],
  whose: Whose,
  { person, keys }: { readonly person: StaffNumber; readonly keys: readonly number[] },
): Promise<void> {
  forgetGone(storage, whose, keys)
  for (const device of formerDevices(storage, whose.device)) {
    const former = { device, alias: await aliasUnder(device, person) }
    const left = readWaiting(storage, former).filter(place => !keys.includes(place))
    writeWaiting(storage, former, left)
    forgetGone(storage, former, keys)
  }
}
