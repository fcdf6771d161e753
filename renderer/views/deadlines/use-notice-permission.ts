import { useSyncExternalStore } from 'react'
import { useDesktop } from '../desktop-context.ts'

/** `unknown`: nothing here can tell anybody. */
type Permission = NotificationPermission | 'unknown'

const present = (): Permission => ('Notification' in window ? Notification.permission : 'unknown')

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the operating system may tell the person of something. An installed desk asks the system, not the person. */
export function useNoticePermission(): Permission {
  const desktop = useDesktop()
  const inBrowser = useSyncExternalStore(subscribe, present)
  return desktop ? 'granted' : inBrowser
}

export async function askNoticePermission(): Promise<void> {
  await Notification.requestPermission()
  for (const listener of listeners) listener()
}
