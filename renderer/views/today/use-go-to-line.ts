import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { TodayLine } from '../../../shared/queries/today.ts'
import { listNarrowed, viewChosen } from '../../store/list.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { lineWords, wordsOf } from './today-words.ts'

/** Goes to the list that has what a line is about, showing that only. */
export function useGoToLine(): (line: TodayLine) => void {
  const navigate = useNavigate()
  const dispatch = useDeskDispatch()
  return useCallback(
    line => {
      const { id, mentions } = line
      const { list, only } = lineWords[id]
      dispatch(viewChosen())
      if (only === undefined && mentions.length > 0) {
        dispatch(listNarrowed({ words: wordsOf(line), groups: mentions.map(({ group }) => group.id) }))
      }
      void navigate({ to: `/${list}`, search: only === undefined ? {} : { only } })
    },
    [navigate, dispatch],
  )
}
