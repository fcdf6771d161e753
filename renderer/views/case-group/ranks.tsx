import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { explainAllocation, type Rung } from '../../../shared/queries/explanation.ts'
import { Section } from '../../components/section.tsx'
import { useReadings } from '../desk-context.ts'

/** Every rank with the fact it turns on; the one that decides stands out by weight, mark and word (ALLOC-10). */
export function Ranks({ group }: { readonly group: CaseGroup }) {
  const { index } = useReadings()
  const { rungs, residence } = explainAllocation(group, index)
  return (
    <Section title="Why here">
      <p>{residence} The highest rank whose fact holds decides.</p>
      <ol className="ranks">
        {rungs.map(rung => (
          <li key={rung.rank} className={`rank rank-${rung.verdict}`}>
            <span className="rank-number">{rung.rank}</span>
            <span>
              {rung.name}: <Verdict verdict={rung.verdict} />
              <span className="rank-fact">{rung.fact}</span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Verdict({ verdict }: { readonly verdict: Rung['verdict'] }) {
  if (verdict === 'no') return null
  const word = verdict === 'decides' ? 'decides' : verdict === 'outranked' ? 'outranked' : 'skipped'
  return <strong className="verdict">{word}: </strong>
}
