import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { HAND, readHand } from '../../shared/sync/hand.ts'
import { Refusal } from '../http/refusal.ts'
import type { Hub } from '../hub.ts'

/** What the hub knows of the hand on the page whose session it is; null where a program keeps its own idle lock. */
export interface Hand {
  readonly key: Buffer
  /** When it was last there. */
  readonly last: string
}

/** Of a new session: its page was just used to sign in. */
export const newHand = ({ random, clock }: Pick<Hub, 'random' | 'clock'>): Hand => ({
  key: random(32),
  last: clock(),
})

// Noted no oftener: whoever works would write with every request.
const NOTED = 60_000

// A page that is there locks itself first, sends what it may not keep, and ends the session by itself.
const TO_LOCK = 60_000

/**
 * Refuses a session as `not-signed-in` when no hand was on its desk for too long: the page that locks itself may have
 * been closed before. A page that was open all the while, and only out of contact, proves it by the session's key.
 */
export async function assertHand(
  { database: { db }, clock, session }: Hub,
  { hand, tokenHash }: { readonly hand: Hand | null; readonly tokenHash: Buffer },
  request: FastifyRequest,
): Promise<void> {
  if (!hand) return
  const known = Date.parse(hand.last)
  const now = Date.parse(clock())
  const proved = toldBy(request, hand.key, now)
  const told = proved ?? known
  const longest = session.idleMinutes * 60_000 + (proved === undefined ? 0 : TO_LOCK)
  if (now - Math.max(known, told) > longest) throw new Refusal('not-signed-in')
  if (told - known < NOTED) return
  const last_hand = new Date(told).toISOString()
  await db.updateTable('session').set({ last_hand }).where('token_hash', '=', tokenHash).execute()
}

function toldBy({ headers }: FastifyRequest, key: Buffer, now: number): number | undefined {
  const words = headers[HAND]
  const said = typeof words === 'string' ? readHand(words) : null
  if (!said) return undefined
  const given = Buffer.from(said.key, 'base64url')
  return given.length === key.length && timingSafeEqual(given, key) ? now - said.seconds * 1000 : undefined
}
