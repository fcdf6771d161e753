import { z } from 'zod'
import { isOver, type Lease, leaseFrom, seenAt } from '../shared/sync/lease.ts'
import { destroyKeys } from './data-key.ts'
import type { Device } from './device.ts'
import type { KeyStore } from './key-store.ts'
import { readSealed, writeSealed } from './sealed-file.ts'

/** What time it is, and how long this process runs, by a clock that nobody can set; in milliseconds. */
export interface Time {
  now(): number
  ran(): number
}

export const machineTime: Time = { now: () => Date.now(), ran: () => performance.now() }

const form = z.strictObject({ contact: z.number(), highest: z.number() })

/** How long a person's data here has been without the hub. */
export interface LeaseWatch {
  /** The hub answered him. */
  contact(): Promise<void>
  /** Looks at the clock. True: the lease is over. */
  isOver(): Promise<boolean>
  /** The latest time that was ever seen here. */
  latest(): number
}

// A desk that pulls every minute need not write as often.
const NOTED = 10 * 60_000

/** Follows a lease; null where none is kept that can be read, which counts as over. */
export async function openLease(path: string, store: KeyStore, time: Time): Promise<LeaseWatch> {
  let lease: Lease | null = await read(path, store)
  let written: Lease | null = lease
  let looked = time.ran()

  async function keep(next: Lease, must: boolean): Promise<void> {
    lease = next
    if (!must && written && next.highest - written.highest < NOTED) return
    written = next
    await writeSealed(path, JSON.stringify(next), store).catch(() => {})
  }

  return {
    async contact() {
      looked = time.ran()
      const next = leaseFrom(time.now())
      await keep(next, written === null || Math.abs(next.contact - written.contact) >= NOTED)
    },
    async isOver() {
      if (!lease) return true
      const ran = time.ran() - looked
      looked += ran
      const next = seenAt(lease, time.now(), ran)
      await keep(next, isOver(next))
      return isOver(next)
    },
    latest: () => lease?.highest ?? 0,
  }
}

async function read(path: string, store: KeyStore): Promise<Lease | null> {
  const content = await readSealed(path, store)
  if (content.kind !== 'text') return null
  try {
    return form.parse(JSON.parse(content.text))
  } catch {
    return null
  }
}

/** Destroys the keys of everybody who has been without the hub for too long, before any of them is read. */
export async function endLeases(device: Device, store: KeyStore, time: Time): Promise<void> {
  for (const { key, lease } of await device.people())
    if (await (await openLease(lease, store, time)).isOver()) await destroyKeys(key, store)
}
