import type { Cache } from './cache.ts'
import type { Beside } from './page-thread.ts'
import type { Rest } from './rest.ts'

// A page takes a fiftieth of a second: whoever works meanwhile does not notice.
const PAUSE = 50

/**
 * A cache whose pages are read to their end while the desk is in use, one after the other: no search waits for them, and
 * before long no page's bytes are held. At once where something leaves sight: what others have is then with them alone.
 */
export function readingInTime(cache: Cache, rests: readonly Rest[], after: Beside['after']): Cache {
  let left = rests
  let stop = () => {}

  function wait(): void {
    left = left.filter(({ isRead }) => !isRead)
    if (left.length > 0) stop = after(PAUSE, readNext)
  }

  function readNext(): void {
    left.find(({ isRead }) => !isRead)?.read()
    wait()
  }

  function drop(): void {
    stop()
    left = []
  }

  wait()
  return {
    ...cache,
    outdate(ids) {
      const gone = [...ids]
      if (gone.length > 0) {
        for (const rest of left) rest.read()
        drop()
      }
      cache.outdate(gone)
    },
    forget() {
      drop()
      return cache.forget()
    },
    close() {
      drop()
      cache.close()
    },
  }
}
