import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { whatIfsOf } from '../../../shared/queries/what-if.ts'
import { useReadings } from '../desk-context.ts'

/** What would have to change to move it, and what would not (ALLOC-10). */
export function WhatIfs({ group }: { readonly group: CaseGroup }) {
  const { index } = useReadings()
  const all = whatIfsOf(group, index)
  if (all.length === 0) return null
  return (
    <section>
      <h3>What would change that</h3>
      <ul className="what-ifs">
        {all.map(({ condition, answer, moves }) => (
          <li key={condition} className={moves ? 'moves' : undefined}>
            {condition}, {answer}.
          </li>
        ))}
      </ul>
    </section>
  )
}
