import { PULL, PUSH } from '../shared/sync/paths.ts'
import { closedBy } from './hub-closed.ts'
import type { HubTransport } from './hub-transport.ts'
import type { Identities } from './identity.ts'
import type { Answer } from './ipc.ts'

/**
 * What the hub answers the page is heard here too: whether it is there, and that it knows the person no more or has
 * this device wiped. The page is told as well; that the keys go does not depend on it. What whoever leaves has asked is
 * not waited for: nothing arrives here for him any more.
 */
export function heardBy(
  identities: Pick<Identities, 'turn' | 'leaves' | 'hubAnswered' | 'hubClosed'>,
  transport: HubTransport,
): Answer<'request'> {
  return async (method, path, body) => {
    const turn = identities.turn()
    const reply = await transport.request(method, path, body, identities.leaves())
    if (reply.kind === 'failed' || (path !== PULL && path !== PUSH)) return reply
    const closed = closedBy(reply.value)
    // The page hears the hub's word whatever becomes of the files here.
    try {
      if (closed) await identities.hubClosed(closed, turn)
      else if (reply.value.status === 200) await identities.hubAnswered()
    } catch {
      console.error('What the hub said could not be followed here.')
    }
    return reply
  }
}
