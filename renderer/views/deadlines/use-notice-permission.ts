import { useSyncExternalStore } from 'react'

/** `unknown`: nothing here can tell anybody. */
type Permission = NotificationPermission | 'unknown'

const present = (): Permission => ('Notification' in window ? Notification.permission : 'unknown')

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the operating system may tell the person of something. */
export const useNoticePermission = (): Permission => useSyncExternalStore(subscribe, present)

export async function askNoticePermission(): Promise<void> {
  await Notification.requestPermission()
  for (const listener of listeners) listener()
}
