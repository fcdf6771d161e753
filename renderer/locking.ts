import { useEffect } from 'react'
import type { Desk } from './desk/desk.ts'
import { type LockReason, watchForLock } from './desk/lock-watch.ts'
import type { DeskHome } from './home/home.ts'

interface LockingProps {
  readonly home: Pick<DeskHome, 'onLocked' | 'noteHand'>
  readonly desk: Desk
  readonly onLock: (why: LockReason) => void
}

/** Has a desk locked when nobody is there, when its session is over, with the machine, or when its hub says so. */
export function Locking({ home, desk, onLock }: LockingProps): null {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each desk; a lock ends it.
  useEffect(() => {
    let locked = false
    const once = (why: LockReason) => {
      if (!locked) onLock(why)
      locked = true
    }
    const stopHearing = home.onLocked(() => once('machine'))
    const stop = watchForLock({ identity: desk.identity, lock: once, noteHand: home.noteHand })
    const unsubscribe = desk.subscribeSync(() => {
      const sync = desk.sync()
      if (sync.kind === 'stopped' && sync.code === 'wiped') once('wiped')
      if (sync.kind === 'stopped' && sync.code === 'not-signed-in') once('closed')
    })
    return () => {
      // Of a desk that was closed otherwise nothing is left to lock.
      locked = true
      stop()
      stopHearing()
      unsubscribe()
    }
  }, [desk])
  return null
}
