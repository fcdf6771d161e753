import { type Cache, type CacheContent, noCache } from './cache.ts'
import type { Databases } from './database.ts'

export interface OpenedCache {
  readonly cache: Cache
  readonly content: CacheContent | null
}

export async function openCache(_databases: Databases): Promise<OpenedCache> {
  return { cache: noCache, content: null }
}
