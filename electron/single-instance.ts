import type { App } from 'electron'

type Locking = Pick<App, 'requestSingleInstanceLock' | 'on'>

/** Whether this is the only desk on this profile. If not, the one that is there comes to the front. */
export function isOnlyInstance(app: Locking, comeToFront: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false
  // What the second one was started with is nobody's business: no argument of it is read.
  app.on('second-instance', comeToFront)
  return true
}
