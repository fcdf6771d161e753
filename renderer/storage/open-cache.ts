import { SCHEMA } from '../../shared/sync/protocol-version.ts'
import { makeKey, openKey } from '../sealing/keys.ts'
import { unsealJson } from '../sealing/seal.ts'
import { type Cache, type CacheContent, type CachePlace, noCache } from './cache.ts'
import { cacheDatabase, cacheName } from './cache-database.ts'
import { type CacheTables, cacheTables, dataKeyPlace, type HeadRow, headPlace } from './cache-tables.ts'
import type { Databases } from './database.ts'
import { keepingCache } from './keeping-cache.ts'
import { emptyLedger, type Ledger, note } from './ledger.ts'
import type { Beside } from './page-thread.ts'
import { type PagePlace, readPages } from './read-pages.ts'
import { readingInTime, type UnreadPage } from './reading-in-time.ts'

export interface OpenedCache {
  readonly cache: Cache
  /** Null: nothing is kept, or nothing that can be read. */
  readonly content: CacheContent | null
}

/**
 * Opens what is kept of the base, in another thread where there is one. What cannot be read, or is of another schema,
 * is dropped: the hub has it.
 */
export async function openCache(databases: Databases & Beside): Promise<OpenedCache> {
  const { key, startPageThread } = databases
  if (!key) return { cache: noCache, content: null }
  // It takes a moment to start, in which the head is read.
  const thread = startPageThread?.() ?? null
  const name = cacheName(databases)
  const db = cacheDatabase(databases, name)
  try {
    const tables = cacheTables(db)
    const kept = (await read({ tables, name, thread }, key)) ?? (await begin(tables, key))
    const keeping = keepingCache({ tables, database: name }, key, kept.ledger, databases)
    return { cache: readingInTime(keeping, kept.unread, databases.whenIdle), content: kept.content }
  } catch (problem) {
    // The database itself does not open: the desk works without, from the hub.
    console.error('Nothing can be kept on this device now.', problem)
    db.close()
    return { cache: noCache, content: null }
  } finally {
    thread?.close()
  }
}

interface Kept {
  readonly ledger: Ledger
  readonly content: CacheContent | null
  readonly unread: readonly UnreadPage[]
}

async function begin(tables: CacheTables, key: CryptoKey): Promise<Kept> {
  await tables.clear()
  return { ledger: emptyLedger(await makeKey(key, dataKeyPlace)), content: null, unread: [] }
}

async function read(place: PagePlace, key: CryptoKey): Promise<Kept | null> {
  const head = await place.tables.head.get('head')
  if (!head || head.schema !== SCHEMA) return null
  try {
    return await open(place, key, head)
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

async function open(where: PagePlace, outer: CryptoKey, head: HeadRow): Promise<Kept> {
  const key = await openKey(outer, head.dataKey, dataKeyPlace)
  const { place, records } = (await unsealJson(key, head.sealed, headPlace)) as Head
  const ledger = emptyLedger({ key, wrapped: head.dataKey })
  ledger.place = place
  const read = await readPages(where, { dataKey: key, ids: records })
  for (const { id, page, bytes, packed } of read) note(ledger, id, page.caseload.patch, { bytes, packed })
  // The last word on what is granted: a page that brought nothing else was not kept.
  const grants = { reset: false, clear: [], grants: place.grants, patch: [] }
  const pages = [...read.map(({ page }) => page), { caseload: grants, sensitive: null }]
  const unread = read.flatMap(({ id, rest }) =>
    rest ? [{ rest, names: ledger.records.get(id)?.names ?? [] }] : [],
  )
  return { ledger, content: { place, pages }, unread }
}
