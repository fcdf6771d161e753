import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { clientId, type StaffNumber } from '../shared/domain/ids.ts'
import type { Device } from './device.ts'
import { removeFile, setAside } from './durable-file.ts'
import type { KeyStore } from './key-store.ts'
import { readSealed, writeSealed } from './sealed-file.ts'

const key = z.base64().transform(text => new Uint8Array(Buffer.from(text, 'base64')))

/** Without keys: they were destroyed, and the number is all that is known of the person here. */
const form = z.strictObject({
  dataKey: key.nullable(),
  cacheKey: key.nullable().default(null),
  clientId,
})

/** What a person's data is sealed with on this device, and the number that the hub counts his commands under. */
export interface Custody {
  readonly clientId: z.output<typeof clientId>
  /** Seals what he has not sent. The hub has it too, so that it outlives whatever happens to this one. */
  readonly dataKey: Uint8Array<ArrayBuffer> | null
  /** Seals the caseload that is kept: made here, in no other place, and gone when it is destroyed. */
  readonly cacheKey: Uint8Array<ArrayBuffer> | null
}

/**
 * The keys of a person who has just signed in; the hub has brought `hubKey`. Without a store that protects them, or
 * while that is locked, there are none: nothing is kept, and what was kept before is left as it is.
 */
export async function openCustody(
  person: StaffNumber,
  device: Device,
  store: KeyStore | null,
  hubKey: Uint8Array<ArrayBuffer>,
): Promise<Custody> {
  if (!store) return keyless()
  const path = device.fileOf(person, 'key')
  const content = await readSealed(path, store)
  if (content.kind === 'unavailable') return keyless()
  const kept = content.kind === 'text' ? read(content.text) : null
  if (kept?.dataKey && kept.cacheKey) return kept
  if (!kept && content.kind !== 'absent') await setLostAside(path)
  const custody = {
    dataKey: kept?.dataKey ?? new Uint8Array(hubKey),
    cacheKey: new Uint8Array(randomBytes(32)),
    clientId: kept?.clientId ?? clientId.parse(randomUUID()),
  }
  return write(path, custody, store).then(() => custody, unkept)
}

/** The keys of whoever worked here last; null where one is missing: then he signs in again. */
export async function readCustody(
  person: StaffNumber,
  device: Device,
  store: KeyStore,
): Promise<Custody | null> {
  const content = await readSealed(device.fileOf(person, 'key'), store)
  const kept = content.kind === 'text' ? read(content.text) : null
  return kept?.dataKey && kept.cacheKey ? kept : null
}

/**
 * Destroys the keys in a file, of which it keeps the number. What was kept of the caseload can never be read again;
 * what waits to be sent can, with the hub's key, once its person has signed in.
 */
export async function destroyKeys(path: string, store: KeyStore): Promise<void> {
  const content = await readSealed(path, store)
  const kept = content.kind === 'text' ? read(content.text) : null
  if (kept) await write(path, { ...kept, dataKey: null, cacheKey: null }, store).catch(() => removeFile(path))
  else if (content.kind !== 'absent' && content.kind !== 'unavailable') await removeFile(path)
}

/**
 * The same on a device that is to keep nothing: a file that cannot be opened, now or ever, goes altogether. Rejects
 * only where it cannot even be removed.
 */
export async function wipeKeys(path: string, store: KeyStore | null): Promise<void> {
  if (!store) return removeFile(path)
  const content = await readSealed(path, store).catch(() => null)
  if (content?.kind === 'text') return destroyKeys(path, store).catch(() => removeFile(path))
  if (content?.kind !== 'absent') await removeFile(path)
}

function unkept(problem: unknown): Custody {
  console.error(
    `A key cannot be kept on this device: ${problem instanceof Error ? problem.name : 'unknown'}.`,
  )
  return keyless()
}

function keyless(): Custody {
  return { clientId: clientId.parse(randomUUID()), dataKey: null, cacheKey: null }
}

function read(text: string): Custody | null {
  try {
    return form.parse(JSON.parse(text))
  } catch {
    return null
  }
}

// It stays under another name, in case it opens again. The outbox stays where it is: the hub's key opens it.
async function setLostAside(path: string): Promise<void> {
  await setAside(path)
  console.error('The key of somebody who worked here before cannot be opened. Its file was set aside.')
}

function write(path: string, { clientId, dataKey, cacheKey }: Custody, store: KeyStore): Promise<void> {
  const text = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('base64')
  const content = { clientId, dataKey: text(dataKey), cacheKey: text(cacheKey) }
  return writeSealed(path, JSON.stringify(content satisfies z.input<typeof form>), store)
}
