import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { londonDate } from '../../../shared/domain/time.ts'
import { daysWords, longDate } from '../../../shared/queries/date-words.ts'
import { lockedGroup } from '../../../shared/queries/locks.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { ifUnlocked } from '../../../shared/queries/what-if.ts'
import { Section } from '../../components/section.tsx'
import { Tag } from '../../components/tag.tsx'
import { useReadings } from '../desk-context.ts'
import { lockFaultWords } from '../locks/lock-words.ts'

/** Its lock: who, when, why, what is wrong with it, and what would happen without it (LOCK-5, LOCK-7). */
export function LockSection({ group }: { readonly group: CaseGroup }) {
  const { index, today } = useReadings()
  if (!group.lock) return null
  const { lock, ageDays, faults, destination, destinationSince } = lockedGroup(
    group,
    group.lock,
    index,
    today,
  )
  const seen = lock.sinceIsFirstSeen ? 'First seen on' : 'Set on'
  return (
    <Section title="Lock">
      <p className="quote">{lock.reason === null ? 'No reason was written down.' : `“${lock.reason}”`}</p>
      <p>
        {seen} {longDate(londonDate(lock.since))}, {daysWords(ageDays)} ago, by{' '}
        {lock.by === null ? 'somebody the extract does not name' : staffName(lock.by, index)}.
      </p>
      <p>
        <strong>If unlocked now: </strong>
        {ifUnlocked(group, index)}{' '}
        {destination !== null &&
          (destinationSince === null
            ? 'Since when it belongs there is not known.'
            : `It belongs there since ${longDate(destinationSince)}.`)}
      </p>
      {faults.length > 0 && (
        <ul className="tags">
          {faults.map(fault => (
            <li key={fault}>
              <Tag tone="warn">{lockFaultWords[fault]}</Tag>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
