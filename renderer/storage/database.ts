import { Dexie } from 'dexie'

/** Where databases are, what they are called for this person and device, and what seals them. */
export interface Databases {
  readonly indexedDB: IDBFactory
  readonly IDBKeyRange: typeof globalThis.IDBKeyRange
  readonly clock: () => number
  /** Random, and the same each time: it names nobody. */
  readonly name: string
  /** Null: nothing may be kept. */
  readonly key: CryptoKey | null
}

type Place = Pick<Databases, 'indexedDB' | 'IDBKeyRange'>
export type Durability = 'relaxed' | 'strict'

/** A database of one version: what changes its form gets another name. */
export function database(
  { indexedDB, IDBKeyRange }: Place,
  name: string,
  stores: Readonly<Record<string, string>>,
  chromeTransactionDurability: Durability,
): Dexie {
  const db = new Dexie(name, { indexedDB, IDBKeyRange, chromeTransactionDurability, cache: 'disabled' })
  db.version(1).stores({ ...stores })
  return db
}
