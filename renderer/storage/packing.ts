import type { Beside, PageThread } from './page-thread.ts'

/** Packs what is kept as it came, so that it is read quickly the next time. */
export interface Packing {
  /** There may be pages to pack. */
  wake(): void
  /** For good, in the middle too. */
  stop(): void
}

// A page takes the thread a tenth of a second; the desk and what draws it keep the rest.
const PAUSE = 300

// A machine that slept, or a page that cannot be packed, is no reason to leave the others as they are; so often in a row
// it is the thread and not the pages.
const TRIES = 3

/** `packNext` packs a page, if there is one to pack, and says whether there was. */
export function openPacking(
  { startPageThread, after }: Beside,
  packNext: (thread: PageThread) => Promise<boolean>,
): Packing {
  let thread: PageThread | null = null
  let failures = 0
  let over = startPageThread === null

  function stop(): void {
    over = true
    rest()
  }

  function rest(): void {
    thread?.close()
    thread = null
  }

  async function next(): Promise<void> {
    if (over || !thread) return
    try {
      if (await packNext(thread)) {
        failures = 0
        after(PAUSE, next)
      } else rest()
    } catch (problem) {
      if (over) return
      console.error('A page that is kept on this device stays as it came.', problem)
      rest()
      if (++failures < TRIES) wake()
      else stop()
    }
  }

  function wake(): void {
    if (over || thread) return
    thread = startPageThread?.() ?? null
    after(PAUSE, next)
  }

  return { wake, stop }
}
