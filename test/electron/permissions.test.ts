import type { Session } from 'electron'
import { describe, expect, it } from 'vitest'
import { PAGE } from '../../electron/page-address.ts'
import { limitPermissions } from '../../electron/permissions.ts'

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>
type DeviceHandler = NonNullable<Parameters<Session['setDevicePermissionHandler']>[0]>
type Permission = Parameters<RequestHandler>[1]

// Every name there is: a new one in Electron breaks this list, and somebody has to think about it.
const wanted: Record<Permission, boolean> = {
  ar: false,
  'automatic-fullscreen': false,
  'background-fetch': false,
  'background-sync': false,
  'captured-surface-control': false,
  'clipboard-read': false,
  'clipboard-sanitized-write': true,
  'deprecated-sync-clipboard-read': false,
  'display-capture': false,
  fileSystem: false,
  fullscreen: false,
  geolocation: false,
  'geolocation-approximate': false,
  'hand-tracking': false,
  hid: false,
  'idle-detection': false,
  keyboardLock: false,
  'local-fonts': false,
  'local-network': false,
  'local-network-access': false,
  'loopback-network': false,
  media: false,
  mediaKeySystem: false,
  midi: false,
  midiSysex: false,
  nfc: false,
  notifications: false,
  openExternal: false,
  'payment-handler': false,
  'periodic-background-sync': false,
  'persistent-storage': true,
  pointerLock: false,
  'screen-wake-lock': false,
  sensors: false,
  serial: false,
  'smart-card': false,
  'speaker-selection': false,
  'storage-access': false,
  'system-wake-lock': false,
  'top-level-storage-access': false,
  usb: false,
  vr: false,
  'web-app-installation': false,
  'web-printing': false,
  'window-management': false,
  unknown: false,
}

function limited() {
  let request: RequestHandler | null = null
  let check: CheckHandler | null = null
  let device: DeviceHandler | null = null
  limitPermissions({
    setPermissionRequestHandler: handler => {
      request = handler
    },
    setPermissionCheckHandler: handler => {
      check = handler
    },
    setDevicePermissionHandler: handler => {
      device = handler
    },
  })
  return { request, check, device } as unknown as {
    request: RequestHandler
    check: CheckHandler
    device: DeviceHandler
  }
}

const { request, check, device } = limited()

function requested(permission: Permission, requestingUrl: string, isMainFrame: boolean): boolean[] {
  const answers: boolean[] = []
  request({} as never, permission, answer => answers.push(answer), { requestingUrl, isMainFrame } as never)
  return answers
}

describe('the permission', () => {
  it.each(Object.entries(wanted) as [Permission, boolean][])('%s is granted: %s', (permission, granted) => {
    expect(requested(permission, PAGE, true)).toEqual([granted])
    expect(check(null, permission, 'app://bundle', { isMainFrame: true } as never)).toBe(granted)
    expect(requested(permission, PAGE, false)).toEqual([false])
    expect(requested(permission, 'https://bundle/', true)).toEqual([false])
    expect(check(null, permission, 'app://bundle', { isMainFrame: false } as never)).toBe(false)
    expect(check(null, permission, 'app://evil', { isMainFrame: true } as never)).toBe(false)
    expect(check(null, permission, '', { isMainFrame: true } as never)).toBe(false)
  })

  it('to use a device is granted to nobody', () => {
    expect(device({ deviceType: 'usb', origin: PAGE } as never)).toBe(false)
  })
})
