import { useCallback } from 'react'
import type { CommandId } from '../../shared/domain/ids.ts'
import { useDeskDispatch } from '../store/store.ts'
import { takenBackMarked, takenBackMissed } from '../store/taken-back.ts'
import { troubleMet } from '../store/trouble.ts'
import { useDesk } from './desk-context.ts'
import { useAttempt } from './use-attempt.ts'

/** Takes changes back that were not sent yet, and says so where it is too late: receipts tell what became of each. */
export function useTakeBack(): (ids: readonly CommandId[]) => void {
  const desk = useDesk()
  const dispatch = useDeskDispatch()
  const attempt = useAttempt()
  return useCallback(
    ids =>
      void attempt(async () => {
        // Before they go: a receipt would say for a moment that the hub has them.
        dispatch(takenBackMarked(ids))
        const taken = new Set(await desk.takeBack(ids))
        if (taken.size === ids.length) return
        dispatch(takenBackMissed(ids.filter(id => !taken.has(id))))
        dispatch(troubleMet(taken.size === 0 ? 'too-late' : 'partly-too-late'))
      }, 'not-taken-back'),
    [desk, dispatch, attempt],
  )
}
