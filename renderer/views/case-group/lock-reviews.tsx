import type { LockReview } from '../../../shared/domain/lock.ts'
import { longDate, whenWords } from '../../../shared/queries/date-words.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { useReadings } from '../desk-context.ts'

/** Every time it was looked at and kept, newest first (LOCK-8). */
export function LockReviews({ reviews }: { readonly reviews: readonly LockReview[] }) {
  const { index, today } = useReadings()
  if (reviews.length === 0) return null
  return (
    <ol className="history" aria-label="Reviews of the lock">
      {reviews.toReversed().map(({ at, by, keptUntil, reason }) => (
        <li key={at}>
          <span>Kept until {longDate(keptUntil)}</span>
          <span className="quiet">
            {whenWords(at, today)}, {staffName(by, index)}
          </span>
          <q>{reason}</q>
        </li>
      ))}
    </ol>
  )
}
