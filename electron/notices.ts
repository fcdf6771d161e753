import type { Notification } from 'electron'

export type NewNotice = new (
  options: ConstructorParameters<typeof Notification>[0],
) => Pick<Notification, 'on' | 'show'>

/** Returns how something is told at the desktop. A click on it brings the person to where it is dealt with. */
export function openNotices(NewNotice: NewNotice, clicked: () => void): (text: string) => void {
  // Until it is closed: what nothing holds may be collected, and then its click reaches nobody.
  const shown = new Set<Pick<Notification, 'on' | 'show'>>()
  return text => {
    const notice = new NewNotice({ title: 'Team Leader Desk', body: text })
    shown.add(notice)
    notice.on('close', () => void shown.delete(notice))
    notice.on('click', () => {
      shown.delete(notice)
      clicked()
    })
    notice.show()
  }
}
