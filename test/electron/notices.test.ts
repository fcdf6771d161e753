import { describe, expect, it, vi } from 'vitest'
import { openNotices } from '../../electron/notices.ts'
import { Notification, shownNotices } from '../electron-stand-in/notification.ts'

describe('a notice', () => {
  it('says what the page has it say, and a click on it leads there (ADV-4)', () => {
    const clicked = vi.fn()
    openNotices(Notification, clicked)('A deadline passes at 12:00.')
    expect(shownNotices().at(-1)?.text).toBe('Team Leader Desk: A deadline passes at 12:00.')
    expect(clicked).not.toHaveBeenCalled()
    shownNotices().at(-1)?.events.emit('click')
    expect(clicked).toHaveBeenCalledTimes(1)
  })

  it('that is closed leads nowhere', () => {
    const clicked = vi.fn()
    openNotices(Notification, clicked)('A deadline passes at 12:00.')
    shownNotices().at(-1)?.events.emit('close')
    expect(clicked).not.toHaveBeenCalled()
  })
})
