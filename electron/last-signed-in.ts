import { z } from 'zod'
import { staffNumber } from '../shared/domain/ids.ts'
import type { Device } from './device.ts'
import { removeFile } from './durable-file.ts'
import { savedCookies } from './hub-cookies.ts'
import type { KeyStore } from './key-store.ts'
import { readSealed, writeSealed } from './sealed-file.ts'

/** How long he stays signed in: what the hub said of it, by this device's clock. */
export const span = {
  /** After so long without a hand on the desk it locks itself. */
  idleSeconds: z.int().positive(),
  /** Until when he is signed in at all; in milliseconds since 1970. */
  until: z.number(),
}

const form = z.strictObject({
  staffNumber,
  name: z.string(),
  demo: z.boolean(),
  session: savedCookies,
  ...span,
})

/** Who signed in last and has not signed out: a desk that starts without network opens for him. */
export type LastSignedIn = z.output<typeof form>

const path = (device: Device) => device.file('last-signed-in.sealed')

/** Null also when what is written cannot be opened: then one signs in again, and nothing is lost by it. */
export async function readLastSignedIn(device: Device, store: KeyStore): Promise<LastSignedIn | null> {
  const content = await readSealed(path(device), store)
  if (content.kind !== 'text') return null
  try {
    return form.parse(JSON.parse(content.text))
  } catch {
    return null
  }
}

export async function rememberSignedIn(
  person: LastSignedIn,
  device: Device,
  store: KeyStore | null,
): Promise<void> {
  if (store) await writeSealed(path(device), JSON.stringify(person), store)
}

export async function forgetSignedIn(device: Device): Promise<void> {
  await removeFile(path(device))
}
