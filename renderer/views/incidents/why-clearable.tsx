import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import type { Lock } from '../../../shared/domain/lock.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import { longDate } from '../../../shared/queries/date-words.ts'
import {
  endedWords,
  type LockAfterIncident,
  lastUnderLock,
} from '../../../shared/queries/lock-after-incident.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { useRevision } from '../use-replica.ts'
import { FEW } from '../while-with-aac.ts'

/** Why a lock can come off now that its incident is over, and for what else it may be on (INC-12). */
export function WhyClearable({ ids }: { readonly ids: readonly MasterCaseNumber[] }) {
  const { replica } = useDesk()
  const { today } = useReadings()
  useRevision(replica, 'case-group')
  const over = ids.flatMap(id => {
    const group = replica.caseGroup(id)
    const last = group && lastUnderLock(group)
    return last ? [{ id, ...last }] : []
  })
  return over.slice(0, FEW).map(({ id, ...last }) => (
    <p key={id} className="note">
      The incident on <span className="number">{id}</span> {endedWords(last)}. {meaningOf(last, today)}
    </p>
  ))
}

function meaningOf({ lock, incident: { direction }, from }: LockAfterIncident, today: PlainDate): string {
  // That it can come off is not said while it is to stay on (LOCK-6).
  if (direction && from > today)
    return `${direction.by} directed that the lock stays on until ${longDate(direction.until)}.`
  return lock.category === 'incident-with-aac'
    ? 'The lock was set for it and can come off. Back leaves it on.'
    : `The lock was on already, ${otherwiseFor(lock)}. Clear it only if that is over, too; Back leaves it on.`
}

function otherwiseFor({ category, reason }: Lock): string {
  const quoted = reason ? `: “${reason}”` : ''
  if (category !== null) return `for something else${quoted}`
  return reason ? `and CMS2012 says only${quoted}` : 'and CMS2012 does not say what for'
}
