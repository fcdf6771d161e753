import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { isLoopback } from './hub-scope.ts'

const settings = z.object({ hub: z.string().optional() })

/** `--profile DIR`: where this desk keeps everything, if not in the user's own place. */
export function profileOf(argv: readonly string[]): string | undefined {
  return argument(argv, 'profile')
}

/**
 * The address of the hub: `--hub URL`, else the variable DESK_HUB, else `hub` in the profile's `settings.json`.
 * Throws a sentence for the person who starts the desk.
 */
export function hubAddress(argv: readonly string[], env: NodeJS.ProcessEnv, userData: string): URL {
  const given = argument(argv, 'hub') ?? env.DESK_HUB ?? settingsOf(userData).hub
  if (!given) throw new Error('The desk does not know its hub: start it with --hub URL.')
  const url = URL.parse(given)
  const plain = url?.protocol === 'http:' && isLoopback(url)
  if (!url || !(plain || url.protocol === 'https:'))
    throw new Error('The address of the hub must begin with https://, or name this computer.')
  return new URL(url.origin)
}

function argument(argv: readonly string[], name: 'hub' | 'profile'): string | undefined {
  // Not strict: Electron and Chromium have arguments of their own among ours.
  const { values } = parseArgs({
    args: [...argv],
    options: { hub: { type: 'string' }, profile: { type: 'string' } },
    strict: false,
  })
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

function settingsOf(userData: string): z.output<typeof settings> {
  let written: string
  try {
    written = readFileSync(join(userData, 'settings.json'), 'utf8')
  } catch {
    return {}
  }
  try {
    return settings.parse(JSON.parse(written))
  } catch {
    throw new Error(`The settings in ${join(userData, 'settings.json')} cannot be read.`)
  }
}
