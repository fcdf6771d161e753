import type { Environment } from '../../../renderer/desk/environment.ts'
import { aBrowser, NOW } from './databases.ts'

/** Time that stands still until it is moved on. */
export interface TestEnvironment extends Environment {
  /** What waits, the soonest first. */
  readonly timers: { readonly at: number; readonly work: () => void }[]
  /** Lets the soonest happen. */
  elapse(): void
  wakeUp(): void
}

export async function anEnvironment(): Promise<TestEnvironment> {
  const { indexedDB, IDBKeyRange } = await aBrowser()
  let now = Date.parse(NOW)
  let made = 0
  let woken = () => {}
  const timers: TestEnvironment['timers'] = []
  return {
    indexedDB,
    IDBKeyRange,
    locks: null,
    startPageThread: null,
    timers,
    clock: () => now,
    random: bytes => new Uint8Array(bytes).fill(++made),
    whenIdle: () => () => {},
    after(milliseconds, work) {
      const timer = { at: now + milliseconds, work }
      timers.push(timer)
      timers.sort((a, b) => a.at - b.at)
      return () => {
        const place = timers.indexOf(timer)
        if (place >= 0) timers.splice(place, 1)
      }
    },
    onWake(wake) {
      woken = wake
      return () => {}
    },
    elapse() {
      const timer = timers.shift()
      if (!timer) throw new Error('Nothing waits.')
      now = timer.at
      timer.work()
    },
    wakeUp: () => woken(),
  }
}
