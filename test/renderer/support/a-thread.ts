import { cacheDatabase } from '../../../renderer/storage/cache-database.ts'
import { cacheTables } from '../../../renderer/storage/cache-tables.ts'
import type { Databases } from '../../../renderer/storage/database.ts'
import { packPage } from '../../../renderer/storage/pack-page.ts'
import type { PageThread } from '../../../renderer/storage/page-thread.ts'
import { openPages } from '../../../renderer/storage/sealed-pages.ts'

type Place = Pick<Databases, 'indexedDB' | 'IDBKeyRange'>

const tablesOf = (place: Place, name: string) => cacheTables(cacheDatabase(place, name))

/** What a thread beside the page's does, done where there is only one. */
export const aThread = (place: Place, otherwise: Partial<PageThread> = {}): PageThread => ({
  openPages: pages => openPages(tablesOf(place, pages.database), pages),
  packPage: page => packPage(tablesOf(place, page.database), page),
  close() {},
  ...otherwise,
})
