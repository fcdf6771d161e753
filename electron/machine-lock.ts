import type { PowerMonitor } from 'electron'
import type { Identities } from './identity.ts'
import { untold } from './untold.ts'

/** Whoever locks the machine, or shuts its lid, leaves the desk too: keys are dropped here before the page is told. */
export function lockWithMachine(
  power: Pick<PowerMonitor, 'on'>,
  identities: Pick<Identities, 'signOut'>,
  tell: () => void,
): void {
  const lock = () => {
    const leaving = identities.signOut()
    tell()
    leaving.catch(untold)
  }
  power.on('lock-screen', lock)
  power.on('suspend', lock)
}
