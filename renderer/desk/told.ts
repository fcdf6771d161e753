import { z } from 'zod'
import type { ClientId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/time.ts'

// By the device's own number for the person: an instant, nothing about anybody.
const keyOf = (client: ClientId) => `desk-told ${client}`

/** Up to when the person was told of deadlines on this device; null: never. */
export function keptTold(client: ClientId): Instant | null {
  const read = z.iso.datetime().safeParse(localStorage.getItem(keyOf(client)))
  return read.success ? read.data : null
}

export function keepTold(client: ClientId, now: Instant): void {
  localStorage.setItem(keyOf(client), now)
}
