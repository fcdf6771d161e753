import { isLoopback } from '../shared/sync/loopback.ts'

/** The address of a hub as a person may write it; null where it may not be one: unencrypted only on this computer. */
export function hubAddressOf(text: string): URL | null {
  const url = URL.parse(text.trim())
  if (!url || url.username || url.password) return null
  const isPlain = url.protocol === 'http:' && isLoopback(url.hostname)
  return isPlain || url.protocol === 'https:' ? new URL(url.origin) : null
}
