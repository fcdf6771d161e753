import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { londonDate } from '../../../shared/domain/time.ts'
import { longDate } from '../../../shared/queries/date-words.ts'
import { lastUnderLock } from '../../../shared/queries/lock-after-incident.ts'
import { useDesk } from '../desk-context.ts'
import { useRevision } from '../use-replica.ts'
import { FEW } from '../while-with-aac.ts'

/** Why a lock can come off now that its incident is over, and for what else it may be on (INC-12). */
export function LockAfterIncident({ ids }: { readonly ids: readonly MasterCaseNumber[] }) {
  const { replica } = useDesk()
  useRevision(replica, 'case-group')
  const over = ids.flatMap(id => {
    const group = replica.caseGroup(id)
    const last = group && lastUnderLock(group)
    return last ? [{ id, ...last }] : []
  })
  return over.slice(0, FEW).map(({ id, lock, incident, endedAt }) => (
    <p key={id} className="note">
      The incident on <span className="number">{id}</span> was{' '}
      {incident.state === 'withdrawn' ? 'withdrawn' : 'closed'} on {longDate(londonDate(endedAt))}.{' '}
      {lock.category === 'incident-with-aac'
        ? 'The lock was set for it and can come off. Back leaves it on.'
        : `The lock was on already, for something else${lock.reason ? `: “${lock.reason}”` : ''}. Clear it only if that is over, too; Back leaves it on.`}
    </p>
  ))
}
