import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { replaceFile } from './durable-file.ts'
import { hubAddressOf } from './hub-address.ts'

/** Which hub this desk is of. */
export type Hub =
  | { readonly kind: 'address'; readonly url: URL }
  /** One that the desk starts itself, for a demonstration. */
  | { readonly kind: 'embedded' }
  /** Nobody has said yet. */
  | { readonly kind: 'none' }

export interface HubChoice {
  readonly hub: Hub
  /** Said by whoever starts the desk, not by the person at it. */
  readonly fixed: boolean
}

const EMBEDDED = 'this computer'
const settings = z.object({ hub: z.string().optional() })
const file = (userData: string) => join(userData, 'settings.json')

/** The hub given at the start, or else the one in the profile's settings. Throws a sentence for whoever wrote it. */
export function hubChoice(given: string | undefined, userData: string): HubChoice {
  if (given) return { hub: read(given), fixed: true }
  const kept = settingsOf(userData).hub
  return { hub: kept ? read(kept) : { kind: 'none' }, fixed: false }
}

function read(text: string): Hub {
  if (text === EMBEDDED) return { kind: 'embedded' }
  const url = hubAddressOf(text)
  if (!url) throw new Error('The address of the hub must begin with https://, or name this computer.')
  return { kind: 'address', url }
}

function settingsOf(userData: string): z.output<typeof settings> {
  let written: string
  try {
    written = readFileSync(file(userData), 'utf8')
  } catch {
    return {}
  }
  try {
    return settings.parse(JSON.parse(written))
  } catch {
    throw new Error(`The settings in ${file(userData)} cannot be read.`)
  }
}

/** From the next start on. */
export async function keepHub(hub: URL | 'embedded', userData: string): Promise<void> {
  const text = hub === 'embedded' ? EMBEDDED : hub.href
  await replaceFile(file(userData), JSON.stringify({ ...settingsOf(userData), hub: text }))
}
