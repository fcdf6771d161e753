import type { LockFault } from '../../../shared/queries/locks.ts'
import { TagLine, type TagWords } from '../../components/tag-line.tsx'
import type { OutboxEntry } from '../../desk/desk.ts'
import { intendedWords } from '../outbox-entry.ts'
import { faultTone, lockFaultWords } from './lock-fault-words.ts'

interface FaultTagsProps {
  readonly faults: readonly LockFault[]
  /** What waits to be done to it. */
  readonly pending: OutboxEntry | undefined
  readonly dueThisWeek: boolean
  /** How wide the cell is. */
  readonly width: number | undefined
}

/** What is wrong with a lock, worst first, after what is done about it already. */
export function FaultTags({ faults, pending, dueThisWeek, width }: FaultTagsProps) {
  const tags: readonly TagWords[] = [
    ...(pending ? [{ tone: 'intended', words: intendedWords(pending) } as const] : []),
    ...faults.map(fault => ({ tone: faultTone(fault), words: lockFaultWords[fault] })),
    ...(dueThisWeek ? [{ tone: 'calm', words: 'Review due this week' } as const] : []),
  ]
  return <TagLine tags={tags} width={width} />
}
