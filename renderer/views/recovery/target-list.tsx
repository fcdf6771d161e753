import { numberWords } from '../../../shared/queries/date-words.ts'
import { useDesk } from '../desk-context.ts'
import type { Target } from './recovery-doings.ts'

const SHOWN = 3

/** Some orphans by number; the title only where the group is held here: local IT holds none (ORPH-4). */
export function TargetList({ targets }: { readonly targets: readonly Target[] }) {
  const lines = targets.map(target => (
    <li key={target.key}>
      <TargetName target={target} />
    </li>
  ))
  if (targets.length <= SHOWN) return <ul className="members">{lines}</ul>
  return (
    <details className="members">
      <summary>Show all {numberWords(targets.length)}</summary>
      <ul>{lines}</ul>
    </details>
  )
}

export function TargetName({ target: { masterCaseNumber, request } }: { readonly target: Target }) {
  const { replica } = useDesk()
  const group = replica.caseGroup(masterCaseNumber) ?? replica.confirmed(masterCaseNumber)
  return (
    <>
      <span className="number">{masterCaseNumber}</span> {group?.title}
      {request !== null && <span className="quiet"> service request {request}</span>}
    </>
  )
}
