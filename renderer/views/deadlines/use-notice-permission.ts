import { useEffect, useState } from 'react'
import { useDesktop } from '../desktop-context.ts'

/** `unknown`: nothing here can tell anybody. */
type Permission = NotificationPermission | 'unknown'

// The browser's main process is asked: that is not for each drawing.
const present = (): Permission => ('Notification' in window ? Notification.permission : 'unknown')

const asked = new Set<() => void>()

/** Whether the operating system may tell the person of something. An installed desk asks the system, not the person. */
export function useNoticePermission(): Permission {
  const desktop = useDesktop()
  const [inBrowser, setInBrowser] = useState(present)
  useEffect(() => {
    const look = () => setInBrowser(present())
    asked.add(look)
    // Permitted or forbidden in the browser's own settings.
    window.addEventListener('focus', look)
    return () => {
      asked.delete(look)
      window.removeEventListener('focus', look)
    }
  }, [])
  return desktop ? 'granted' : inBrowser
}

export async function askNoticePermission(): Promise<void> {
  await Notification.requestPermission()
  for (const look of asked) look()
}
