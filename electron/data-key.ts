import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { clientId, type StaffNumber } from '../shared/domain/ids.ts'
import type { Device } from './device.ts'
import { readIfThere, setAside } from './durable-file.ts'
import type { KeyStore } from './key-store.ts'
import { readSealed, writeSealed } from './sealed-file.ts'

const form = z.strictObject({
  dataKey: z.base64().transform(text => new Uint8Array(Buffer.from(text, 'base64'))),
  clientId,
})

/** What a person's data is sealed with on this device, and the number that the hub counts his commands under. */
export interface Custody {
  readonly clientId: z.output<typeof clientId>
  readonly dataKey: Uint8Array<ArrayBuffer> | null
}

/**
 * The key of a person on this device, made at his first sign-in. Without a store that protects it, or while that
 * is locked, there is no key: nothing is kept, and what was kept before is left as it is. The key and the number
 * live and go together, because the commands counted under the number can only be read with the key.
 */
export async function openCustody(
  person: StaffNumber,
  device: Device,
  store: KeyStore | null,
): Promise<Custody> {
  if (!store) return keyless()
  const path = device.fileOf(person, 'key')
  const content = await readSealed(path, store)
  const custody = content.kind === 'text' ? read(content.text) : null
  if (custody) return custody
  if (content.kind === 'unavailable') return keyless()
  if (content.kind !== 'absent') await setLostAside(person, device)
  return make(path, store).catch(unkept)
}

function unkept(problem: unknown): Custody {
  console.error(
    `A key cannot be kept on this device: ${problem instanceof Error ? problem.name : 'unknown'}.`,
  )
  return keyless()
}

function keyless(): Custody {
  return { clientId: clientId.parse(randomUUID()), dataKey: null }
}

function read(text: string): Custody | null {
  try {
    return form.parse(JSON.parse(text))
  } catch {
    return null
  }
}

// What the lost key sealed cannot be read; it stays, under another name, in case the key is found again.
async function setLostAside(person: StaffNumber, device: Device): Promise<void> {
  await setAside(device.fileOf(person, 'key'))
  const outbox = device.fileOf(person, 'outbox')
  if ((await readIfThere(outbox)) !== null) await setAside(outbox)
  console.error('The key of somebody who worked here before cannot be opened. His files were set aside.')
}

async function make(path: string, store: KeyStore): Promise<Custody> {
  const dataKey = new Uint8Array(randomBytes(32))
  const made = { dataKey: Buffer.from(dataKey).toString('base64'), clientId: randomUUID() }
  await writeSealed(path, JSON.stringify(made satisfies z.input<typeof form>), store)
  return { dataKey, clientId: clientId.parse(made.clientId) }
}
