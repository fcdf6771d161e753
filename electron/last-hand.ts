import { z } from 'zod'
import { isLeftAlone } from '../shared/sync/left-alone.ts'
import type { Device } from './device.ts'
import type { KeyStore } from './key-store.ts'
import type { Time } from './lease-file.ts'
import { readSealed, writeSealed } from './sealed-file.ts'

/** When a hand was last on the desk: what opens too long after it asks first who is there. */
export interface LastHand {
  note(): Promise<void>
  /** Nobody was there for so long, or nobody knows for how long. */
  isAway(idleSeconds: number): boolean
}

interface Held {
  readonly at: number
  /** Null: of a process before this one, whose clock nobody can tell from one that was set. */
  readonly ran: number | null
}

const form = z.strictObject({ at: z.number() })

// A hand that stays on the desk is written so often; the page tells of it more often.
const WRITTEN = 30_000

export async function openLastHand(device: Device, store: KeyStore | null, time: Time): Promise<LastHand> {
  const path = device.file('last-hand.sealed')
  let held: Held | null = store && (await read(path, store))
  let written = Number.NEGATIVE_INFINITY
  return {
    async note() {
      const [at, ran] = [time.now(), time.ran()]
      held = { at, ran }
      if (!store || ran - written < WRITTEN) return
      written = ran
      await writeSealed(path, JSON.stringify({ at }), store).catch(() => {})
    },
    isAway(idleSeconds) {
      if (!held) return true
      const gone = time.now() - held.at
      // A clock that was set while this process runs gains nothing.
      return isLeftAlone(held.ran === null ? gone : Math.max(gone, time.ran() - held.ran), idleSeconds)
    },
  }
}

async function read(path: string, store: KeyStore): Promise<Held | null> {
  const content = await readSealed(path, store)
  if (content.kind !== 'text') return null
  try {
    return { ...form.parse(JSON.parse(content.text)), ran: null }
  } catch {
    return null
  }
}
