import { type RefObject, useMemo, useRef } from 'react'
import type { PlainDate } from '../../shared/domain/time.ts'
import type { GridHandle } from '../grid/grid.tsx'
import { exportingChanged } from '../store/exporting.ts'
import { useDeskDispatch } from '../store/store.ts'
import { useDesk } from '../views/desk-context.ts'
import { useDesktop } from '../views/desktop-context.ts'
import { useAttempt } from '../views/use-attempt.ts'
import { csvOf } from './csv.ts'
import { download } from './download.ts'
import { fileNameOf } from './file-name.ts'
import { leaveOutSensitive } from './leave-out-sensitive.ts'

export interface ListExport {
  /** Writes the list before the person to a file, which is named after the view. */
  readonly begin: (view: string, today: PlainDate) => void
  readonly cancel: () => void
}

export function useExporting(grid: RefObject<GridHandle | null>): ListExport {
  const dispatch = useDeskDispatch()
  const attempt = useAttempt()
  const desktop = useDesktop()
  const { replica } = useDesk()
  const writing = useRef<AbortController>(null)
  return useMemo(() => {
    const write = async (view: string, today: PlainDate) => {
      const onShow = grid.current?.onShow()
      if (!onShow || onShow.rows.length === 0) return void dispatch(exportingChanged({ kind: 'nothing' }))
      writing.current?.abort()
      const own = new AbortController()
      writing.current = own
      const tell = (progress: { readonly done: number; readonly of: number }) =>
        void dispatch(exportingChanged({ kind: 'writing', ...progress }))
      try {
        const content = await csvOf(leaveOutSensitive(onShow, replica), tell, nextTask, own.signal)
        if (!content) return
        const name = `${fileNameOf(view, today)}.csv`
        if (desktop) await desktop.saveCsv(name, content)
        else download(name, content)
      } finally {
        // Where another was begun meanwhile, it says how it stands.
        if (writing.current === own) dispatch(exportingChanged({ kind: 'idle' }))
      }
    }
    return {
      begin: (view, today) => void attempt(() => write(view, today), 'not-written'),
      cancel: () => writing.current?.abort(),
    }
  }, [grid, dispatch, attempt, desktop, replica])
}

const nextTask = () => new Promise<void>(resolve => setTimeout(resolve))
