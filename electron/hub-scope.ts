import { isLoopback } from '../shared/sync/loopback.ts'

/**
 * What a session, a key and waiting changes are of: one hub, and no other is ever sent them. The hub of this
 * computer may have another port at each start.
 */
export function hubScope(hub: URL): string {
  return isLoopback(hub.hostname) ? 'this computer' : hub.origin
}
