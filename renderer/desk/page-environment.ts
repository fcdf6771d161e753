import { startPageThread } from '../storage/page-thread.ts'
import type { Environment } from './environment.ts'

// Gone, it is asked for at once too: nobody is told for a minute that he is connected.
const networkChanges = ['online', 'offline'] as const

export const pageEnvironment = (): Environment => ({
  clock: () => Date.now(),
  random: bytes => crypto.getRandomValues(new Uint8Array(bytes)),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  },
  whenIdle(work) {
    const idle = requestIdleCallback(work)
    return () => cancelIdleCallback(idle)
  },
  onWake(wake) {
    const woken = () => document.visibilityState === 'visible' && wake()
    for (const change of networkChanges) globalThis.addEventListener(change, wake)
    document.addEventListener('visibilitychange', woken)
    return () => {
      for (const change of networkChanges) globalThis.removeEventListener(change, wake)
      document.removeEventListener('visibilitychange', woken)
    }
  },
  indexedDB: globalThis.indexedDB,
  IDBKeyRange: globalThis.IDBKeyRange,
  locks: navigator.locks ?? null,
  startPageThread,
})
