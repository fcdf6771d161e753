import type { Identity } from '../home/home.ts'

/** Why a desk locked itself. */
export const lockReasons = ['idle', 'limit', 'machine', 'closed', 'wiped'] as const
export type LockReason = (typeof lockReasons)[number]

interface Standing {
  /** When a hand was last on the desk, and now, by the clock that can be set and by the one that cannot. */
  readonly hand: Moment
  /** When the watch began. */
  readonly began: Moment
  readonly now: Moment
  readonly identity: Pick<Identity, 'idleSeconds' | 'until'>
}

interface Moment {
  readonly clock: number
  readonly ran: number
}

/** Whether the desk is to be locked, and why. A clock that is set back gains nothing. */
export function lockDue({ hand, began, now, identity }: Standing): 'idle' | 'limit' | null {
  const clock = Math.max(now.clock, began.clock + now.ran - began.ran)
  if (clock >= identity.until) return 'limit'
  const idle = Math.max(now.clock - hand.clock, now.ran - hand.ran)
  return idle >= identity.idleSeconds * 1000 ? 'idle' : null
}

const LOOKS = 5_000
/** A hand that stays on the desk is noted so often. */
const NOTES = 5_000
const HANDS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

const moment = (): Moment => ({ clock: Date.now(), ran: performance.now() })

interface Watched {
  readonly identity: Standing['identity']
  readonly lock: (why: LockReason) => void
  readonly noteHand: () => void
}

/** Calls `lock` once, when nobody has touched the desk for too long or its session is over; returns how to stop. */
export function watchForLock({ identity, lock, noteHand }: Watched): () => void {
  const began = moment()
  let hand = began
  let noted = began.ran - NOTES
  const look = () => {
    const why = lockDue({ hand, began, now: moment(), identity })
    if (why) stop()
    if (why) lock(why)
    return why !== null
  }
  // A machine that slept runs no timer: the first hand after it must not count as one that was there.
  const touch = () => {
    if (look()) return
    hand = moment()
    if (hand.ran - noted < NOTES) return
    noted = hand.ran
    noteHand()
  }
  const timer = setInterval(look, LOOKS)
  for (const each of HANDS) addEventListener(each, touch, { capture: true, passive: true })
  document.addEventListener('visibilitychange', look)
  function stop(): void {
    clearInterval(timer)
    for (const each of HANDS) removeEventListener(each, touch, { capture: true })
    document.removeEventListener('visibilitychange', look)
  }
  return stop
}
