import type { ClientId, StaffNumber } from '../../shared/domain/ids.ts'

/** This browser, as the hub knows it: random numbers, no personal data. */
export interface Device {
  readonly id: string
  /** What stands for a person on this device, in place of his number. */
  aliasOf(person: StaffNumber): Promise<string>
  /** What his commands are counted under; made once. */
  clientIdOf(person: StaffNumber): Promise<ClientId>
}

export function deviceIn(storage: Pick<Storage, 'getItem' | 'setItem'>): Device {
  const once = (name: string): string => {
    const known = storage.getItem(name)
    if (known) return known
    const made = crypto.randomUUID()
    storage.setItem(name, made)
    return made
  }
  const id = once('desk.device')
  async function aliasOf(person: StaffNumber): Promise<string> {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${id}/${person}`))
    return Array.from(new Uint8Array(digest, 0, 16), byte => byte.toString(16).padStart(2, '0')).join('')
  }
  return {
    id,
    aliasOf,
    clientIdOf: async person => once(`desk.client.${await aliasOf(person)}`) as ClientId,
  }
}
