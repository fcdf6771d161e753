import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { lockedGroup } from '../../../shared/queries/locks.ts'
import { LockReviews } from '../case-group/lock-reviews.tsx'
import { LockWords } from '../case-group/lock-words.tsx'
import { isOfALock } from '../case-group/overruled.tsx'
import { useReadings } from '../desk-context.ts'
import { DoneLast } from './done-last.tsx'

/** The lock as it is by now: who set or kept it, until when and why; or who took it off (LOCK-2, LOCK-8). */
export function LockNow({ group }: { readonly group: CaseGroup }) {
  const { index, today } = useReadings()
  const { lock, history } = group
  if (lock) {
    return (
      <>
        <LockWords locked={lockedGroup(group, lock, index, today)} />
        <LockReviews reviews={lock.reviews} />
      </>
    )
  }
  return <DoneLast entry={history.find(({ event }) => isOfALock(event))} />
}
