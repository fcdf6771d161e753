import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { TodayLine } from '../../../shared/queries/today-line.ts'
import { listNarrowed, rowAimed, viewChosen } from '../../store/list.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { useReadings } from '../desk-context.ts'
import { lineOn, wordsOf } from './today-words.ts'

/**
 * Goes to the list that has what a line is about, showing that only. But of incidents about no case all such are
 * listed, also those without a new step; and teams are few and stand side by side: all are, the first has the focus.
 */
export function useGoToLine(): (line: TodayLine) => void {
  const navigate = useNavigate()
  const dispatch = useDeskDispatch()
  const readings = useReadings()
  return useCallback(
    line => {
      const { mentions, subjects } = line
      const to = lineOn(line, readings)
      if (!to || line.count === 0) return
      const { list, only } = to
      const [team] = subjects.flatMap(subject => (subject.kind === 'team' ? subject.team.id : []))
      dispatch(team === undefined ? viewChosen() : rowAimed(team))
      const recoveries = subjects.flatMap(subject =>
        subject.kind === 'recovery' ? subject.row.recovery.id : [],
      )
      if (only === undefined && mentions.length + recoveries.length > 0) {
        dispatch(
          listNarrowed({
            words: wordsOf(line, readings),
            groups: mentions.map(({ group }) => group.id),
            ...(recoveries.length > 0 && { recoveries }),
          }),
        )
      }
      void navigate({ to: `/${list}`, search: only === undefined ? {} : { only } })
    },
    [navigate, dispatch, readings],
  )
}
