import type { Rung } from './explanation.ts'
import { isNothing } from './rank-fact.ts'

/**
 * The ranks from the highest to the lowest, those that follow one another without anything of their own to tell
 * together: nothing of the kind, or no such segment in the country.
 */
export function ladderOf(rungs: readonly Rung[]): readonly (readonly Rung[])[] {
  const ladder: Rung[][] = []
  for (const rung of rungs) {
    const last = ladder.at(-1)
    const above = last?.at(-1)
    if (last && above && alike(above, rung)) last.push(rung)
    else ladder.push([rung])
  }
  return ladder
}

function alike(a: Rung, b: Rung): boolean {
  if (a.verdict !== b.verdict) return false
  if (a.verdict === 'no') return isNothing(a.fact) && isNothing(b.fact)
  return a.verdict === 'skipped' && a.fact === b.fact
}
