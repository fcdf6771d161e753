import type { LockFault } from '../../../shared/queries/locks.ts'
import { Tag } from '../../components/tag.tsx'
import { lockFaultWords } from './lock-fault-words.ts'

interface FaultTagsProps {
  readonly faults: readonly LockFault[]
  /** Otherwise the worst, and how many more there are. */
  readonly all: boolean
}

/** What is wrong with a lock, worst first. */
export function FaultTags({ faults, all }: FaultTagsProps) {
  const shown = all ? faults : faults.slice(0, 1)
  const more = faults.slice(shown.length).map(fault => lockFaultWords[fault])
  return (
    <>
      {shown.map(fault => (
        <Tag
          key={fault}
          tone={fault === 'moved-while-locked' || fault === 'overdue-review' ? 'alarm' : 'warn'}
        >
          {lockFaultWords[fault]}
        </Tag>
      ))}
      {more.length > 0 && (
        <span className="faults-more" title={more.join(', ')}>
          +{more.length}
        </span>
      )}
    </>
  )
}
