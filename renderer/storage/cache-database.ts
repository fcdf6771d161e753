import type { Dexie } from 'dexie'
import { type Databases, database } from './database.ts'

const stores = { records: 'id', keys: 'id', head: 'id' }

export const cacheName = ({ name }: Pick<Databases, 'name'>): string => `desk-cache-${name}`

/** The database of what is kept of the base. It may be lost at any time, so that it need not wait for the disk. */
export const cacheDatabase = (place: Pick<Databases, 'indexedDB' | 'IDBKeyRange'>, name: string): Dexie =>
  database(place, name, stores, 'relaxed')
