import { z } from 'zod'
import type { ClientId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/time.ts'

const shape = z.object({
  /** What came after this is news. */
  since: z.iso.datetime(),
  /** When the desk was last before somebody's eyes. */
  seen: z.iso.datetime(),
  /** Nobody has looked before: `since` is made up. */
  first: z.boolean().default(false),
})

export type Looked = z.output<typeof shape>

/** Whoever was away so long comes back to a new look: a reload is none. */
const BREAK = 30 * 60_000
const FIRST_LOOK = 7 * 86_400_000

/** Since when things are news to somebody who opens the desk now. */
export function lookedAfter(kept: Looked | null, now: Instant): Looked {
  if (!kept) return { since: new Date(Date.parse(now) - FIRST_LOOK).toISOString(), seen: now, first: true }
  const wasAway = Date.parse(now) - Date.parse(kept.seen) > BREAK
  return wasAway ? { since: kept.seen, seen: now, first: false } : { ...kept, seen: now }
}

// By the device's own number for the person: two instants, nothing about anybody.
const keyOf = (client: ClientId) => `desk-looked ${client}`

export function keptLooked(client: ClientId): Looked | null {
  try {
    return shape.parse(JSON.parse(localStorage.getItem(keyOf(client)) ?? ''))
  } catch {
    return null
  }
}

export function keepLooked(client: ClientId, looked: Looked): void {
  localStorage.setItem(keyOf(client), JSON.stringify(looked))
}
