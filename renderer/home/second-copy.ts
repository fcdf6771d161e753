import type { Table } from 'dexie'
import { database } from '../storage/database.ts'
import type { SealedRecord } from './home.ts'

/** A number of this browser. */
export interface NumberRow {
  readonly name: string
  readonly value: string
}

/** Something that waits, under the alias of its person. */
interface WaitingRow extends SealedRecord {
  readonly person: string
}

export interface KeptTables {
  readonly numbers: Table<NumberRow, string>
  readonly waiting: Table<WaitingRow, [string, number]>
}

/** The number that a browser has before it has anything else. */
export const DEVICE = 'device'

/**
 * What nobody could fetch again, once more in files of its own: a browser throws away all databases of a page when one
 * file of theirs is damaged, and a kill in the middle of a write can damage it (docs/decisions.md). The first is the
 * truth for as long as it has its number; what cannot be copied now is copied at the next start.
 */
export interface SecondCopy {
  /**
   * Resolves when what the first had lost is there again; that the copy follows it is not waited for. Rejects where it
   * could not be put back, or nobody knows whether there was anything: under a new number it would be lost.
   */
  inStep(): Promise<void>
  putNumber(row: NumberRow): Promise<void>
  put(rows: readonly WaitingRow[]): Promise<void>
  remove(keys: readonly (readonly [alias: string, key: number])[]): Promise<void>
}

export interface SecondPlace {
  /** Null where the browser has no other place. */
  readonly secondIndexedDB: () => Promise<IDBFactory | null>
  readonly IDBKeyRange: typeof globalThis.IDBKeyRange
}

export function openSecondCopy(place: SecondPlace, first: KeptTables): SecondCopy {
  const second = open(place)
  let last: Promise<void> = second.then(
    () => {},
    () => {},
  )
  // One after the other: what is copied as it was is never put over what became of it.
  function inTurn(work: (copy: KeptTables) => Promise<unknown>): Promise<void> {
    const turn = last.then(async () => {
      const copy = await second
      if (copy) await work(copy)
    })
    last = turn.catch(() => {})
    return turn
  }
  const asFarAsItGoes = (work: (copy: KeptTables) => Promise<unknown>) => inTurn(work).catch(() => {})
  async function begin(): Promise<void> {
    if (await first.numbers.get(DEVICE)) void asFarAsItGoes(copy => follow(first, copy))
    else await inTurn(copy => putBack(first, copy))
  }
  let begun: Promise<void> | null = null
  return {
    inStep() {
      begun ??= begin()
      return begun
    },
    putNumber: row => asFarAsItGoes(({ numbers }) => numbers.put(row)),
    put: rows => asFarAsItGoes(({ waiting }) => waiting.bulkPut(rows)),
    remove: keys =>
      asFarAsItGoes(({ waiting }) => waiting.bulkDelete(keys.map(([alias, key]) => [alias, key]))),
  }
}

async function open({ secondIndexedDB, IDBKeyRange }: SecondPlace): Promise<KeptTables | null> {
  const indexedDB = await secondIndexedDB()
  if (!indexedDB) return null
  const stores = { numbers: 'name', records: '[person+key]' }
  const db = database({ indexedDB, IDBKeyRange }, 'desk-copy', stores, 'relaxed')
  return { numbers: db.table('numbers'), waiting: db.table('records') }
}

async function follow(first: KeptTables, copy: KeptTables): Promise<void> {
  // What waits under another number is of a first that is gone, and there once only.
  if ((await isOfAnother(first, copy)) && (await copy.waiting.count()) > 0) return
  // Before the first is read: what another window puts into both meanwhile is not taken for what has gone.
  const copied = await copy.waiting.toCollection().primaryKeys()
  const rows = await first.waiting.toArray()
  const there = new Set(rows.map(({ person, key }) => `${person} ${key}`))
  await copy.waiting.bulkDelete(copied.filter(([person, key]) => !there.has(`${person} ${key}`)))
  await copy.waiting.bulkPut(rows)
  await copy.numbers.bulkPut(await first.numbers.toArray())
}

async function isOfAnother(first: KeptTables, copy: KeptTables): Promise<boolean> {
  const [its, copied] = [await first.numbers.get(DEVICE), await copy.numbers.get(DEVICE)]
  return copied !== undefined && copied.value !== its?.value
}

async function putBack(first: KeptTables, copy: KeptTables): Promise<void> {
  const numbers = await copy.numbers.toArray()
  if (!numbers.some(({ name }) => name === DEVICE)) return
  await first.waiting.bulkPut(await copy.waiting.toArray())
  // Last: a start that does not come so far is tried again at the next.
  await first.numbers.bulkPut(numbers)
}
