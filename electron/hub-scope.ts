/** Whether a host is this computer: only there may a hub be spoken to without encryption. */
export function isLoopback({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

/**
 * What a session, a key and waiting changes are of: one hub, and no other is ever sent them. The hub of this
 * computer may have another port at each start.
 */
export function hubScope(hub: URL): string {
  return isLoopback(hub) ? 'this computer' : hub.origin
}
