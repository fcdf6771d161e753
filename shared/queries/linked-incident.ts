import type { CaseGroup } from '../domain/case-group.ts'
import type { Incident } from '../domain/incident.ts'
import { lockKeepingOf } from '../domain/incident-lock.ts'
import { isOpenIncident } from '../domain/incident-steps.ts'
import type { Instant, PlainDate } from '../domain/time.ts'

/**
 * The incident that a lock is about (LOCK-7): what keeps it on; else, of one that was set for an incident, that which is
 * authorised for AAC, or the last of those that ended since. A lock that was set for something else is about none.
 */
export function linkedIncident(group: CaseGroup, today: PlainDate): Incident | undefined {
  const { lock, incidents } = group
  const keeping = lockKeepingOf(group, today)
  if (keeping) return keeping.incident
  if (lock?.category !== 'incident-with-aac') return undefined
  const since = Date.parse(lock.since)
  return (
    incidents.findLast(({ state }) => state === 'authorised') ??
    incidents
      .filter(each => wasForAac(each) && Date.parse(endOf(each) ?? '') >= since)
      .sort((one, other) => Date.parse(endOf(one) ?? '') - Date.parse(endOf(other) ?? ''))
      .at(-1)
  )
}

const wasForAac = ({ number, authorised }: Incident): boolean => number !== null || authorised !== null

const endOf = (incident: Incident): Instant | undefined =>
  isOpenIncident(incident) ? undefined : incident.history.at(-1)?.at
