import { cacheDatabase } from './cache-database.ts'
import { cacheTables } from './cache-tables.ts'
import { openPages, type SealedPages } from './sealed-pages.ts'

// A thread of its own: pages are read and opened here while the desk parses those before them. It is asked once for
// pages, and then for each next one: so that no more of them wait than were asked for.

let pages: ReturnType<typeof openPages> | undefined

addEventListener('message', async ({ data }: MessageEvent<SealedPages | 'next'>) => {
  try {
    if (data !== 'next') {
      const db = cacheDatabase({ indexedDB, IDBKeyRange }, data.database)
      pages = openPages(cacheTables(db), data)
      return
    }
    const { value, done } = (await pages?.next()) ?? { done: true }
    if (done || !value) postMessage(null)
    else postMessage(value, { transfer: [value.text.buffer] })
  } catch (problem) {
    postMessage({ failed: problem instanceof Error ? problem.message : String(problem) })
  }
})
