import type { LockFault } from '../../../shared/queries/locks.ts'
import type { TagTone } from '../../components/tag.tsx'

/** What is wrong with a lock, in words. */
export const lockFaultWords: Readonly<Record<LockFault, string>> = {
  'moved-while-locked': 'Moved while locked',
  'overdue-review': 'Review overdue',
  'incident-closed': 'Incident closed',
  'would-not-move': 'Would not move',
  'no-open-work': 'No open work',
  'no-reason': 'No reason',
}

export const faultTone = (fault: LockFault): TagTone =>
  fault === 'moved-while-locked' || fault === 'overdue-review' ? 'alarm' : 'warn'
