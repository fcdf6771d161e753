import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { divisionOfStaff } from '../../../shared/domain/advice.ts'
import { londonDate } from '../../../shared/domain/time.ts'
import { clocksToDo } from '../../../shared/queries/clocks.ts'
import { noticesAt } from '../../../shared/queries/notices.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { Desk } from '../../desk/desk.ts'
import { keepTold, keptTold } from '../../desk/told.ts'
import { useDesktop } from '../desktop-context.ts'
import { useNow } from '../use-now.ts'
import { type Told, toKeep, toldBefore, wasTold } from './told-notices.ts'
import { useNoticePermission } from './use-notice-permission.ts'

/** Tells of deadlines at the desktop, where that is permitted: each once, in working hours, about nobody (ADV-4, ACC-3). */
export function useNotices(
  { identity: { clientId, staffNumber } }: Desk,
  readings: Readings | undefined,
): void {
  const now = useNow()
  const permission = useNoticePermission()
  const told = useRef<Told>(undefined)
  const desktop = useDesktop()
  const navigate = useNavigate()
  useEffect(() => {
    if (!readings || permission !== 'granted') return
    const { index } = readings
    const place = { division: divisionOfStaff(staffNumber, index), calendar: index.calendar }
    const clocks = clocksToDo(readings)
    told.current ??= toldBefore(keptTold(clientId))
    const known = told.current
    for (const text of noticesAt(clocks, now, place, each => wasTold(each, known))) {
      if (desktop) desktop.notify(text)
      else tellInBrowser(text, () => void navigate({ to: '/deadlines' }))
    }
    keepTold(clientId, toKeep(known, clocks, londonDate(now)))
  }, [readings, now, permission, clientId, staffNumber, desktop, navigate])
}

/** A click on it leads to where it is dealt with; in Electron the main process does the same. */
function tellInBrowser(text: string, onClick: () => void): void {
  const notice = new Notification('Team Leader Desk', { body: text })
  notice.onclick = () => {
    window.focus()
    onClick()
  }
}
