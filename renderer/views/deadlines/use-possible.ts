import { useMemo } from 'react'
import { useActions } from '../../keyboard/action.ts'

const offered = [
  'answer-email',
  'check-back',
  'answer-advice',
  'start-request',
  'close-request',
  'keep-lock',
  'clear-lock',
  'chase-recovery',
]

/** What can be done now to what is due: the rows are of many kinds, so only that is offered which can. */
export function usePossible(): readonly string[] {
  const actions = useActions()
  const can = offered
    .filter(id => actions.some(action => action.id === id && action.whyNot === null))
    .join(' ')
  return useMemo(() => (can === '' ? [] : can.split(' ')), [can])
}
