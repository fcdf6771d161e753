import { useCallback } from 'react'
import { useDeskDispatch } from '../store/store.ts'
import { type Trouble, troubleClosed, troubleMet } from '../store/trouble.ts'

/** Does what can fail, such as a write to a full disk, and says so where it does. */
export function useAttempt(): (work: () => Promise<void>, trouble: Trouble) => Promise<void> {
  const dispatch = useDeskDispatch()
  return useCallback(
    async (work, trouble) => {
      dispatch(troubleClosed())
      try {
        await work()
      } catch (problem) {
        console.error(problem)
        dispatch(troubleMet(trouble))
      }
    },
    [dispatch],
  )
}
