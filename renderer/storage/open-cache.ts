import { SCHEMA } from '../../shared/sync/protocol-version.ts'
import { makeKey, openKey } from '../sealing/keys.ts'
import { unsealJson } from '../sealing/seal.ts'
import { type Cache, type CacheContent, type CachePlace, noCache } from './cache.ts'
import { type CacheTables, cacheTables, dataKeyPlace, type HeadRow, headPlace } from './cache-tables.ts'
import { type Databases, database } from './database.ts'
import { keepingCache } from './keeping-cache.ts'
import { emptyLedger, type Ledger, note } from './ledger.ts'
import { readRecords } from './read-records.ts'

export interface OpenedCache {
  readonly cache: Cache
  /** Null: nothing is kept, or nothing that can be read. */
  readonly content: CacheContent | null
}

/** Opens what is kept of the base. What cannot be read, or is of another schema, is dropped: the hub has it. */
export async function openCache(databases: Databases): Promise<OpenedCache> {
  const { key } = databases
  if (!key) return { cache: noCache, content: null }
  const stores = { records: 'id', keys: 'id', head: 'id' }
  const db = database(databases, `desk-cache-${databases.name}`, stores, 'relaxed')
  try {
    const tables = cacheTables(db)
    const kept = (await read(tables, key)) ?? (await begin(tables, key))
    return { cache: keepingCache(tables, key, kept.ledger), content: kept.content }
  } catch (problem) {
    // The database itself does not open: the desk works without, from the hub.
    console.error('Nothing can be kept on this device now.', problem)
    db.close()
    return { cache: noCache, content: null }
  }
}

interface Kept {
  readonly ledger: Ledger
  readonly content: CacheContent | null
}

async function begin(tables: CacheTables, key: CryptoKey): Promise<Kept> {
  await tables.clear()
  return { ledger: emptyLedger(await makeKey(key, dataKeyPlace)), content: null }
}

async function read(tables: CacheTables, key: CryptoKey): Promise<Kept | null> {
  const head = await tables.head.get('head')
  if (!head || head.schema !== SCHEMA) return null
  try {
    return await open(tables, key, head)
  } catch (problem) {
    console.error('What was kept on this device cannot be read; it is fetched again.', problem)
    return null
  }
}

interface Head {
  readonly place: CachePlace
  /** All records there must be: one that is missing is noticed. */
  readonly records: readonly number[]
}

async function open(tables: CacheTables, outer: CryptoKey, head: HeadRow): Promise<Kept> {
  const key = await openKey(outer, head.dataKey, dataKeyPlace)
  const { place, records } = (await unsealJson(key, head.sealed, headPlace)) as Head
  const ledger = emptyLedger({ key, wrapped: head.dataKey })
  ledger.place = place
  const pages = []
  for await (const { id, bytes, page } of readRecords(tables, key, records)) {
    note(ledger, id, page.caseload.patch, bytes)
    pages.push(page)
  }
  // The last word on what is granted: a page that brought nothing else was not kept.
  const grants = { reset: false, clear: [], grants: place.grants, patch: [] }
  return { ledger, content: { place, pages: [...pages, { caseload: grants, sensitive: null }] } }
}
