import { useEffect } from 'react'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { searchedOfGroup } from '../../shared/queries/search.ts'

/** Makes what groups are found by while nothing else is to do, so that the first letter typed need not. */
export function useWarmSearch(groups: readonly CaseGroup[]): void {
  useEffect(() => {
    let next = 0
    let asked = requestIdleCallback(warm)
    function warm(deadline: IdleDeadline): void {
      while (next < groups.length && deadline.timeRemaining() > 2) next = warmSome(groups, next)
      if (next < groups.length) asked = requestIdleCallback(warm)
    }
    return () => cancelIdleCallback(asked)
  }, [groups])
}

const AT_ONCE = 50

function warmSome(groups: readonly CaseGroup[], from: number): number {
  const to = Math.min(groups.length, from + AT_ONCE)
  for (let at = from; at < to; at++) {
    const group = groups[at]
    if (group) searchedOfGroup(group)
  }
  return to
}
