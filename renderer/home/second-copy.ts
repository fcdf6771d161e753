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
  /** Where the first is. */
  readonly indexedDB: IDBFactory
  /** Null where the browser has no other place. */
  readonly secondIndexedDB: () => Promise<IDBFactory | null>
  readonly IDBKeyRange: typeof globalThis.IDBKeyRange
}

/** How long anybody waits for the copy; what was kept is waited for longer. */
const PATIENCE = 5_000
const FOR_ALL = 30_000

/** Told what came back, before the first has its number again. */
type CameBack = (device: string, isThere: (alias: string, key: number) => boolean) => void

/** A copy that does not answer in time is none for the rest of this document: what the first has is saved. */
export function openSecondCopy(place: SecondPlace, first: KeptTables, cameBack: CameBack): SecondCopy {
  const second = open(place)
  second.catch(() => {})
  let hangs = false
  let last: Promise<void> = Promise.resolve()
  // One after the other: what is copied as it was is never put over what became of it.
  function inTurn(work: (copy: KeptTables) => Promise<unknown>, patience = PATIENCE): Promise<void> {
    const done = async () => {
      const copy = await second
      if (copy) await work(copy)
    }
    const turn = last.then(() => {
      if (hangs) throw new Error('The other store does not answer.')
      return inTime(done(), patience, () => {
        hangs = true
      })
    })
    last = turn.catch(() => {})
    return turn
  }
  const asFarAsItGoes = (work: (copy: KeptTables) => Promise<unknown>) => inTurn(work).catch(() => {})
  async function begin(): Promise<void> {
    if (await isThere(place.indexedDB, first)) void asFarAsItGoes(copy => follow(first, copy))
    else await inTurn(copy => putBack(first, copy, cameBack), FOR_ALL)
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

function inTime(work: Promise<void>, patience: number, late: () => void): Promise<void> {
  return new Promise((done, fail) => {
    const waiting = setTimeout(() => {
      late()
      fail(new Error('The other store does not answer.'))
    }, patience)
    work.then(done, fail).finally(() => clearTimeout(waiting))
  })
}

async function open({ secondIndexedDB, IDBKeyRange }: SecondPlace): Promise<KeptTables | null> {
  const indexedDB = await secondIndexedDB()
  if (!indexedDB) return null
  const stores = { numbers: 'name', records: '[person+key]' }
  const db = database({ indexedDB, IDBKeyRange }, 'desk-copy', stores, 'relaxed')
  return { numbers: db.table('numbers'), waiting: db.table('records') }
}

/** It has its number, and what waited under that was not thrown away alone. */
async function isThere(indexedDB: IDBFactory, { numbers, waiting }: KeptTables): Promise<boolean> {
  // Before anybody opens it, which makes it anew.
  if (!(await numbers.get(DEVICE))) return false
  return indexedDB.databases().then(
    found => found.some(({ name }) => name === waiting.db.name),
    () => true,
  )
}

async function follow(first: KeptTables, copy: KeptTables): Promise<void> {
  // What waits under another number is of a first that is gone, and there once only.
  const copiedNumber = await copy.numbers.get(DEVICE)
  if (copiedNumber && (await isOfAnother(first, copiedNumber)) && (await copy.waiting.count()) > 0) return
  // Before the first is read: what another window puts into both meanwhile is not taken for what has gone.
  const copied = await copy.waiting.toCollection().primaryKeys()
  const rows = await first.waiting.toArray()
  await copy.waiting.bulkPut(rows)
  await copy.numbers.bulkPut(await first.numbers.toArray())
  // What another window took out of both meanwhile was put into the copy again.
  const there = await keysIn(first)
  const put = rows.map(({ person, key }): [string, number] => [person, key])
  await copy.waiting.bulkDelete([...copied, ...put].filter(key => !there.has(`${key}`)))
}

const keysIn = async ({ waiting }: KeptTables) =>
  new Set((await waiting.toCollection().primaryKeys()).map(key => `${key}`))

async function isOfAnother(first: KeptTables, copied: NumberRow): Promise<boolean> {
  const own = await first.numbers.get(DEVICE)
  return own !== undefined && own.value !== copied.value
}

async function putBack(first: KeptTables, copy: KeptTables, cameBack: CameBack): Promise<void> {
  const numbers = await copy.numbers.toArray()
  const device = numbers.find(({ name }) => name === DEVICE)
  if (!device || (await isOfAnother(first, device))) return
  await first.waiting.bulkPut(await copy.waiting.toArray())
  const there = await keysIn(first)
  cameBack(device.value, (alias, key) => there.has(`${[alias, key]}`))
  // Last: a start that does not come so far is tried again at the next.
  await first.numbers.bulkPut(numbers)
}
