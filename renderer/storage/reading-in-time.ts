import type { Cache } from './cache.ts'
import type { Beside } from './page-thread.ts'
import type { Rest } from './rest.ts'

/** What of a page is not read yet, and which documents the page names. */
export interface UnreadPage {
  readonly rest: Rest
  readonly names: readonly string[]
}

/**
 * A cache whose pages are read to their end while the page has nothing else to do: all of them are in line from the start,
 * before whatever else waits for that, so that no count and no search reads them in one go. A page is read at once where
 * something of it leaves sight: what others have is then with them alone, and not in bytes that they keep.
 */
export function readingInTime(
  cache: Cache,
  unread: readonly UnreadPage[],
  whenIdle: Beside['whenIdle'],
): Cache {
  const stops = unread.map(({ rest }) => whenIdle(() => rest.read()))
  return {
    ...cache,
    outdate(ids) {
      const gone = new Set(ids)
      // Most pages of a pull take nothing away, and there are as many names to look through as documents.
      if (gone.size === 0) return
      for (const { rest, names } of unread) if (names.some(name => gone.has(name))) rest.read()
      cache.outdate(gone)
    },
    forget() {
      for (const { rest } of unread) rest.read()
      return cache.forget()
    },
    close() {
      for (const stop of stops) stop()
      cache.close()
    },
  }
}
