import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { longDate } from '../../../shared/queries/date-words.ts'
import { movedWhileLockedWords } from '../../../shared/queries/lock-words.ts'
import { type LockedGroup, lockedGroup } from '../../../shared/queries/locks.ts'
import { ifUnlocked } from '../../../shared/queries/what-if.ts'
import { Section } from '../../components/section.tsx'
import { Tag } from '../../components/tag.tsx'
import { useReadings } from '../desk-context.ts'
import { faultTone, lockFaultWords } from '../locks/lock-fault-words.ts'
import { LockReviews } from './lock-reviews.tsx'
import { LockWords } from './lock-words.tsx'
import { MayLock } from './may-lock.tsx'
import { Overruled } from './overruled.tsx'

/** Its lock: who, when, why, what is wrong with it, what would happen without it, and who may act (LOCK-5, LOCK-7). */
export function LockSection({ group }: { readonly group: CaseGroup }) {
  const { index, today } = useReadings()
  if (group.status === 'Closed') return null
  return (
    <Section title="Lock">
      {group.lock ? (
        <Locked locked={lockedGroup(group, group.lock, index, today)} />
      ) : (
        <Overruled history={group.history} />
      )}
      <MayLock group={group} />
    </Section>
  )
}

function Locked({ locked }: { readonly locked: LockedGroup }) {
  const { index } = useReadings()
  const { group, lock, faults } = locked
  return (
    <>
      <LockWords locked={locked} />
      <Destination locked={locked} />
      {group.movedWhileLocked && <p>{movedWhileLockedWords(group, group.movedWhileLocked, index)}</p>}
      {faults.length > 0 && (
        <ul className="tags">
          {faults.map(fault => (
            <li key={fault}>
              <Tag tone={faultTone(fault)}>{lockFaultWords[fault]}</Tag>
            </li>
          ))}
        </ul>
      )}
      <LockReviews reviews={lock.reviews} />
    </>
  )
}

function Destination({ locked }: { readonly locked: LockedGroup }) {
  const { index } = useReadings()
  const { group, destination, destinationSince } = locked
  const since =
    destinationSince === null
      ? 'Since when it belongs there is not known.'
      : `It belongs there since ${longDate(destinationSince)}.`
  return (
    <p>
      <strong>If unlocked now: </strong>
      {ifUnlocked(group, index)} {destination !== null && since}
    </p>
  )
}
