import { londonDate } from '../../../shared/domain/time.ts'
import { daysWords, longDate } from '../../../shared/queries/date-words.ts'
import { lockCategoryWords, reviewWords } from '../../../shared/queries/lock-words.ts'
import type { LockedGroup } from '../../../shared/queries/locks.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { useReadings } from '../desk-context.ts'

/** Why it is on, since when and by whom, and when it is reviewed. */
export function LockWords({ locked }: { readonly locked: LockedGroup }) {
  const { index } = useReadings()
  const { lock, ageDays, reviewing } = locked
  const seen = lock.sinceIsFirstSeen ? 'First seen on' : 'Set on'
  return (
    <>
      <p className="quote">{lock.reason === null ? 'No reason was written down.' : `“${lock.reason}”`}</p>
      <p>
        {lock.category === null ? '' : `${lockCategoryWords[lock.category]}. `}
        {seen} {longDate(londonDate(lock.since))}, {daysWords(ageDays)} ago, by{' '}
        {lock.by === null ? 'somebody the extract does not name' : staffName(lock.by, index)}.
      </p>
      <p>{reviewWords(lock, reviewing)}</p>
    </>
  )
}
