import type { Dexie, Table } from 'dexie'
import type { Sealed } from '../sealing/seal.ts'

/** A page of documents, sealed with a key of its own. */
export interface RecordRow {
  readonly id: number
  readonly sealed: Sealed
}

/** The key of a record, sealed under the data key: apart from its record, so that it can be wrapped anew alone. */
export interface KeyRow {
  readonly id: number
  readonly wrapped: Sealed
}

export interface HeadRow {
  readonly id: 'head'
  readonly schema: number
  /** The data key, sealed under the key that the desk stands on. */
  readonly dataKey: Sealed
  readonly sealed: Sealed
}

/** What one transaction writes: all of it or nothing. */
export interface CacheWrite {
  readonly records: readonly RecordRow[]
  readonly keys: readonly KeyRow[]
  readonly gone: readonly number[]
  readonly head: HeadRow
}

export interface CacheTables {
  readonly records: Table<RecordRow, number>
  readonly keys: Table<KeyRow, number>
  readonly head: Table<HeadRow, string>
  write(change: CacheWrite): Promise<void>
  clear(): Promise<void>
  close(): void
}

// What each sealed thing is bound to: one that is moved to another place does not open there.
export const dataKeyPlace = 'data-key'
export const headPlace = 'head'
export const keyPlace = (id: number) => `key/${id}`
export const recordPlace = (id: number) => `record/${id}`

export function cacheTables(db: Dexie): CacheTables {
  const records: Table<RecordRow, number> = db.table('records')
  const keys: Table<KeyRow, number> = db.table('keys')
  const head: Table<HeadRow, string> = db.table('head')
  const all = [records, keys, head]
  return {
    records,
    keys,
    head,
    write: change =>
      db.transaction('rw', all, async () => {
        await Promise.all([records.bulkDelete([...change.gone]), keys.bulkDelete([...change.gone])])
        await Promise.all([
          records.bulkPut([...change.records]),
          keys.bulkPut([...change.keys]),
          head.put(change.head),
        ])
      }),
    clear: () =>
      db.transaction('rw', all, async () => {
        await Promise.all(all.map(table => table.clear()))
      }),
    close: () => db.close(),
  }
}
