import { cacheDatabase } from './cache-database.ts'
import { type CacheTables, cacheTables } from './cache-tables.ts'
import { packPage } from './pack-page.ts'
import type { PageAnswer, PageQuestion } from './page-thread.ts'
import { type OpenedPage, openPages } from './sealed-pages.ts'

// A thread of its own: pages are read and opened here while the desk parses those before them, or packed while it does
// something else. It is asked once for pages, and then for each next one: no more of them wait than were asked for.

let tables: CacheTables | undefined
let pages: ReturnType<typeof openPages> | undefined

addEventListener('message', async ({ data }: MessageEvent<PageQuestion>) => {
  try {
    if (data === 'next') answer(await nextPage())
    else if ('open' in data) pages = openPages(tablesOf(data.open.database), data.open)
    else {
      await packPage(tablesOf(data.pack.database), data.pack)
      answer(null)
    }
  } catch (problem) {
    answer({ failed: problem instanceof Error ? problem.message : String(problem) })
  }
})

async function nextPage(): Promise<OpenedPage | null> {
  const { value } = (await pages?.next()) ?? {}
  return value ?? null
}

function tablesOf(database: string): CacheTables {
  tables ??= cacheTables(cacheDatabase({ indexedDB, IDBKeyRange }, database))
  return tables
}

function answer(said: PageAnswer): void {
  postMessage(said, { transfer: said && 'bytes' in said ? [said.bytes.buffer] : [] })
}
