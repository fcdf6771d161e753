import { useState } from 'react'

type Permission = NotificationPermission | 'unknown'

interface NoticePermission {
  /** `unknown`: nothing here can tell anybody. */
  readonly permission: Permission
  readonly ask: () => void
}

const present = (): Permission => ('Notification' in window ? Notification.permission : 'unknown')

/** Whether the operating system may tell the person. */
export function useNoticePermission(): NoticePermission {
  const [permission, setPermission] = useState(present)
  const ask = () => void Notification.requestPermission().then(setPermission, () => setPermission('denied'))
  return { permission, ask }
}
