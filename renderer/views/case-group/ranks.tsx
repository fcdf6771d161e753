import { useId, useState } from 'react'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { explainAllocation, type Rung } from '../../../shared/queries/explanation.ts'
import { ladderOf } from '../../../shared/queries/ladder.ts'
import { Section } from '../../components/section.tsx'
import { useReadings } from '../desk-context.ts'

interface RanksProps {
  readonly group: CaseGroup
  /** There is room for each on a line of its own. */
  readonly wide: boolean
}

/** Every rank with the fact it turns on; the one that decides stands out by weight, mark and word (ALLOC-10). */
export function Ranks({ group, wide }: RanksProps) {
  const { index } = useReadings()
  const [every, setEvery] = useState(wide)
  const id = useId()
  const { rungs, residence } = explainAllocation(group, index)
  const ladder = every ? rungs.map(rung => [rung]) : ladderOf(rungs)
  return (
    <Section title="Why here">
      <p>{residence} The highest rank whose fact holds decides.</p>
      <ol className="ranks" id={id}>
        {ladder.map(step => (
          <Step key={step[0]?.rank} step={step} />
        ))}
      </ol>
      <button
        type="button"
        className="plain-link"
        aria-expanded={every}
        aria-controls={id}
        onClick={() => setEvery(!every)}
      >
        {every ? 'Show fewer lines' : 'Show every rank'}
      </button>
    </Section>
  )
}

function Step({ step }: { readonly step: readonly Rung[] }) {
  const [first, last] = [step[0], step.at(-1)]
  if (!first || !last) return null
  const together = step.length > 1
  return (
    <li className={`rank rank-${first.verdict}`}>
      <span className="rank-number">{together ? `${first.rank}–${last.rank}` : first.rank}</span>
      <span>
        {together ? `${first.name} to ${last.name}` : first.name}: <Verdict verdict={first.verdict} />
        <span className="rank-fact">{together && first.verdict === 'no' ? 'none' : first.fact}</span>
      </span>
    </li>
  )
}

function Verdict({ verdict }: { readonly verdict: Rung['verdict'] }) {
  if (verdict === 'no') return null
  const word = verdict === 'decides' ? 'decides' : verdict === 'outranked' ? 'outranked' : 'skipped'
  return <strong className="verdict">{word}: </strong>
}
