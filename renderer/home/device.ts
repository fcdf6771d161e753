import type { Table } from 'dexie'
import type { ClientId, StaffNumber } from '../../shared/domain/ids.ts'
import { DEVICE, type NumberRow, type SecondCopy } from './second-copy.ts'

/** This browser, as the hub knows it: random numbers, no personal data. */
export interface Device {
  id(): Promise<string>
  /** What stands for a person on this device, in place of his number. */
  aliasOf(person: StaffNumber): Promise<string>
  /** What his commands are counted under; made once. */
  clientIdOf(person: StaffNumber): Promise<ClientId>
  /** Whether the next start finds the numbers that were given: what waits under others would be found by nobody. */
  isLasting(): boolean
}

/**
 * The numbers are in a database of strict durability, like what waits under them: the browser writes `localStorage`
 * some seconds later, and one that was killed before that would find nothing of what it said to have saved.
 */
export function openDevice(numbers: Table<NumberRow, string>, copy: SecondCopy): Device {
  async function made(name: string): Promise<NumberRow> {
    const row = await numbers.db.transaction('rw', numbers, async () => {
      // Another window may have been quicker.
      const known = await numbers.get(name)
      const fresh = known ?? { name, value: crypto.randomUUID() }
      if (!known) await numbers.put(fresh)
      return fresh
    })
    await copy.putNumber(row)
    return row
  }
  async function durable(name: string): Promise<string> {
    await copy.inStep()
    const row = (await numbers.get(name)) ?? (await made(name))
    return row.value
  }
  // Where nothing can be kept the numbers are of this document, to its end: one that changed would part what is under it.
  const passing = new Map<string, string>()
  async function once(name: string): Promise<string> {
    const given = passing.get(name)
    if (given !== undefined) return given
    return durable(name).catch(() => {
      const value = passing.get(name) ?? crypto.randomUUID()
      passing.set(name, value)
      return value
    })
  }
  const id = () => once(DEVICE)
  const aliasOf = async (person: StaffNumber) => aliasUnder(await id(), person)
  return {
    id,
    aliasOf,
    clientIdOf: async person => (await once(`client ${await aliasOf(person)}`)) as ClientId,
    isLasting: () => passing.size === 0,
  }
}

/** What stands for a person under a number of this browser. */
export async function aliasUnder(device: string, person: StaffNumber): Promise<string> {
  const text = new TextEncoder().encode(`${device}/${person}`)
  const digest = await crypto.subtle.digest('SHA-256', text)
  return Array.from(new Uint8Array(digest, 0, 16), byte => byte.toString(16).padStart(2, '0')).join('')
}
