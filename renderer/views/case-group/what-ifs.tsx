import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { whatIfsOf } from '../../../shared/queries/what-if.ts'
import { Section } from '../../components/section.tsx'
import { useReadings } from '../desk-context.ts'

/** What would have to change to move it, and what would not (ALLOC-10). */
export function WhatIfs({ group }: { readonly group: CaseGroup }) {
  const { index } = useReadings()
  const all = whatIfsOf(group, index)
  if (all.length === 0) return null
  return (
    <Section title="What would change that">
      <ul className="what-ifs">
        {all.map(({ condition, answer, moves }) => (
          <li key={condition} className={moves ? 'moves' : undefined}>
            {condition}, {answer}.
          </li>
        ))}
      </ul>
    </Section>
  )
}
