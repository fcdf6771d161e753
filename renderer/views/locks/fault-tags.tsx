import type { LockFault } from '../../../shared/queries/locks.ts'
import type { TagTone } from '../../components/tag.tsx'
import { TagLine } from '../../components/tag-line.tsx'
import { lockFaultWords } from './lock-fault-words.ts'

/** What is wrong with a lock, worst first; on a laptop the worst, and how many more there are. */
export function FaultTags({ faults }: { readonly faults: readonly LockFault[] }) {
  const tags = faults.map(fault => ({ tone: toneOf(fault), words: lockFaultWords[fault] }))
  return <TagLine tags={tags} shown={1} />
}

const toneOf = (fault: LockFault): TagTone =>
  fault === 'moved-while-locked' || fault === 'overdue-review' ? 'alarm' : 'warn'
