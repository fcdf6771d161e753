import { z } from 'zod'
import type { ClientId } from '../../shared/domain/ids.ts'

// By the device's own number for the person: moments and days, nothing about anybody.
const keyOf = (client: ClientId) => `desk-told ${client}`

const moments = z.array(z.iso.datetime().or(z.iso.date()))

/** What the person was told of on this device, by when that is due: as often as something due then was told. */
export function keptTold(client: ClientId): readonly string[] {
  try {
    return moments.parse(JSON.parse(localStorage.getItem(keyOf(client)) ?? '[]'))
  } catch {
    return []
  }
}

export function keepTold(client: ClientId, told: readonly string[]): void {
  localStorage.setItem(keyOf(client), JSON.stringify(told))
}
