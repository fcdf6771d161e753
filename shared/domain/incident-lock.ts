import type { CaseGroup } from './case-group.ts'
import type { Direction, Incident } from './incident.ts'
import { isWithAac } from './incident-steps.ts'
import type { Lock, LockCategory } from './lock.ts'
import type { PlainDate } from './time.ts'

/** What keeps a lock on: an incident that is with AAC, or what was directed when one was closed (LOCK-6, INC-12). */
export type LockKeeping =
  | { readonly kind: 'with-aac'; readonly incident: Incident }
  | { readonly kind: 'directed'; readonly incident: Incident; readonly direction: Direction }

/** What keeps the lock of a group on that day; null: nothing does. The day until which it was directed counts in. */
export function lockKeepingOf({ incidents, lock }: CaseGroup, today: PlainDate): LockKeeping | null {
  const withAac = incidents.find(isWithAac)
  if (withAac) return { kind: 'with-aac', incident: withAac }
  const directed = incidents
    .flatMap(incident => (incident.direction ? [{ incident, direction: incident.direction }] : []))
    .filter(({ incident, direction }) => direction.until >= today && isDirected(lock, incident))
    .sort((a, b) => (a.direction.until > b.direction.until ? -1 : 1))
  return directed[0] ? { kind: 'directed', ...directed[0] } : null
}

// The lock that was on then: one that was set after a direction was ended is another.
function isDirected(lock: Lock | null, { history }: Incident): boolean {
  const closed = history.findLast(({ step }) => step === 'close-incident')
  return lock !== null && (!closed || Date.parse(lock.since) <= Date.parse(closed.at))
}

/** Whether AAC may be called for an incident of the group, or has been: what its lock can be for (INC-6). */
export function mayLockForAac({ incidents }: CaseGroup): boolean {
  return incidents.some(incident => isWithAac(incident) || incident.state === 'authorised')
}

/** Why a lock cannot be for that, as a sentence. */
export function objectionToCategory(category: LockCategory, group: CaseGroup): string | undefined {
  return category === 'incident-with-aac' && !mayLockForAac(group)
    ? 'No incident of the case group is with AAC or authorised for it; choose another category.'
    : undefined
}
