import type { CaseGroup } from '../domain/case-group.ts'
import type { Incident } from '../domain/incident.ts'
import { isOpenIncident, isWithAac } from '../domain/incident-steps.ts'

/** The incident that a lock is for: the one that AAC has, or one on its way there, or the last that had a direction (LOCK-7). */
export function linkedIncident({ incidents }: Pick<CaseGroup, 'incidents'>): Incident | undefined {
  return (
    incidents.findLast(isWithAac) ??
    incidents.findLast(isOpenIncident) ??
    incidents.findLast(({ direction }) => direction !== null)
  )
}
