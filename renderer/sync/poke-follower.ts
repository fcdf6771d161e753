import { type Environment, fraction } from '../desk/environment.ts'
import type { HubTransport } from '../home/home.ts'
import { backOff } from './back-off.ts'

export interface PokeFollower {
  /** Listens, unless it does already. */
  follow(): void
  stop(): void
}

/**
 * Listens for pokes. A stream that is lost is asked for again after a while; the pull that comes first makes up for
 * the pokes that were missed.
 */
export function pokeFollower(
  transport: HubTransport,
  { after, random }: Environment,
  wake: () => void,
): PokeFollower {
  let following = false
  let stop = () => {}
  return {
    follow() {
      if (following) return
      following = true
      stop = transport.pokes(wake, () => {
        stop = after(backOff(1, null, fraction(random)), () => {
          following = false
          wake()
        })
      })
    },
    stop: () => stop(),
  }
}
