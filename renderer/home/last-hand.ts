import { z } from 'zod'
import { isLeftAlone } from '../../shared/sync/left-alone.ts'

const NAME = 'desk.hand'

const shape = z.object({ alias: z.string(), at: z.number(), idleSeconds: z.number() })

/** When a hand was last on a desk of this browser, and on whose: for a document that comes after its page was closed. */
export type LastHand = z.output<typeof shape>

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export function noteHand(storage: Place, hand: LastHand): void {
  try {
    storage.setItem(NAME, JSON.stringify(hand))
  } catch {
    // What cannot be noted now is noted with the next hand.
  }
}

export function forgetHand(storage: Place): void {
  storage.removeItem(NAME)
}

/** Whose desk nobody has had a hand on for too long, or nobody knows how long; null: none, as far as is known here. */
export function leftAlone(storage: Place, now: number): string | null {
  const hand = read(storage)
  return hand && isLeftAlone(now - hand.at, hand.idleSeconds) ? hand.alias : null
}

function read(storage: Place): LastHand | null {
  try {
    return shape.parse(JSON.parse(storage.getItem(NAME) ?? ''))
  } catch {
    return null
  }
}
