import type { Session } from 'electron'
import { isOwn } from './page-address.ts'

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type Permission = Parameters<RequestHandler>[1]

// Copying to the clipboard and storage that Chromium does not evict by itself. Nothing else is of use to a desk: of
// deadlines the main process tells.
const granted: readonly Permission[] = ['clipboard-sanitized-write', 'persistent-storage']

type Guarded = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>

/** Grants the page what is on the list, everybody else nothing. */
export function limitPermissions(session: Guarded): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(details.isMainFrame && isOwn(details.requestingUrl) && granted.includes(permission))
  })
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) =>
      details.isMainFrame && isOwn(origin) && granted.includes(permission),
  )
  session.setDevicePermissionHandler(() => false)
}
